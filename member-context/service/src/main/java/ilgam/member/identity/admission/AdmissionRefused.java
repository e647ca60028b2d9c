package ilgam.member.identity.admission;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A person is not admitted in this way. The message is written for them. */
public final class AdmissionRefused extends RuntimeException {

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

    private final Reason reason;

    AdmissionRefused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public Sentence sentence() {
        return Sentence.of(String.valueOf(getMessage()));
    }
}
