package ilgam.member.token;

/** A token cannot be issued like this. The message is written for the member who asked. */
public final class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason {
        TOO_MANY_TOKENS
    }

    private final Reason reason;

    TokenRefused(Reason reason, String message) {
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
