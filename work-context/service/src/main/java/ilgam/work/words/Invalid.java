package ilgam.work.words;

/** A value makes no sense. The message is a sentence for the member who gave it. */
public final class Invalid extends RuntimeException {

    public Invalid(String message) {
        super(message);
    }
}
