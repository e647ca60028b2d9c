package ilgam.work.imports;

import java.util.Locale;

/** Ends an import as failed. The message is shown to the member who uploaded it. */
public final class ImportFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** An unexpected error occurred at every try. */
        GIVEN_UP,
        /** The service ended at every try. */
        ENDED_THE_SERVICE;

        /** The name in views. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    ImportFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
