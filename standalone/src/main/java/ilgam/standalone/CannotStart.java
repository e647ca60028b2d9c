package ilgam.standalone;

/** The system cannot be started as asked. The message is the one line that whoever typed ./start reads. */
final class CannotStart extends RuntimeException {

    /** Something here is not as it must be: the data is in use, a process does not come up. */
    static final int FAILED = 1;

    /** What was asked for cannot be had: an unknown option, a taken port. */
    static final int REFUSED = 2;

    private final int exitCode;

    CannotStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static CannotStart failed(String message) {
        return new CannotStart(FAILED, message);
    }

    static CannotStart refused(String message) {
        return new CannotStart(REFUSED, message);
    }

    int exitCode() {
        return exitCode;
    }
}
