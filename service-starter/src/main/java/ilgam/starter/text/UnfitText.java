package ilgam.starter.text;

/** A text has characters that are not taken where it was given; the message is a sentence for whoever wrote it. */
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
