package ilgam.standalone;

/** A command cannot be executed. The message is the one line that the operator reads. */
public final class CannotStart extends RuntimeException {

    /** The exit code of a failure: the data is in use, or a process does not start. */
    static final int FAILED = 1;

    /** The exit code of a refusal: an unknown option, or a taken port. */
    static final int REFUSED = 2;

    private final int exitCode;

    CannotStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A failure at run time. */
    public static CannotStart failed(String message) {
        return new CannotStart(FAILED, message);
    }

    /** A refused command. */
    public static CannotStart refused(String message) {
        return new CannotStart(REFUSED, message);
    }

    /** The exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
