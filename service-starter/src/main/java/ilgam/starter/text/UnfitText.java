package ilgam.starter.text;

/** A text with characters that are not allowed; the message is a sentence for the one who wrote it. */
public final class UnfitText extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnfitText() {
        super("Control characters and line breaks cannot be used here.");
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
