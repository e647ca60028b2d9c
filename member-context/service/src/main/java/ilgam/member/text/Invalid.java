package ilgam.member.text;

/** What somebody typed cannot be taken as it is; the message tells them why. */
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Invalid(String message) {
        super(message);
    }

    /** The sentence for the person who typed it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
