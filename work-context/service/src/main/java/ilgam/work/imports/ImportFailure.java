package ilgam.work.imports;

import java.util.Locale;

/** Ends an import as failed. The message is shown to the member who uploaded it. */
final class ImportFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    enum Reason {
        /** Something unexpected broke it at every try. */
        GIVEN_UP,
        /** It ended the service at every try. */
        ENDED_THE_SERVICE;

        /** As views name it. */
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
