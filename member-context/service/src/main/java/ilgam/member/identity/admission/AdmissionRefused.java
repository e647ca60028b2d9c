package ilgam.member.identity.admission;

import ilgam.member.text.RequestRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A person is not admitted in this way. The message is written for them. */
public final class AdmissionRefused extends RequestRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements Refusal {
        INVITATION_NEEDED,
        DOMAIN_NOT_ALLOWED,
        INVITATION_UNKNOWN,
        IDEMPOTENCY_KEY_REUSED,
        INVITATION_USED,
        INVITATION_EXPIRED,
        INVITATION_REVOKED,
        INVITATION_REPLACED
    }

    AdmissionRefused(Reason reason, String sentence) {
        super(reason, Sentence.of(sentence));
    }
}
