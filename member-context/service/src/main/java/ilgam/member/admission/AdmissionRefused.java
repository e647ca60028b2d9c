package ilgam.member.admission;

/** Somebody is not let in like this. The message is written for them. */
public final class AdmissionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason {
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

    AdmissionRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
