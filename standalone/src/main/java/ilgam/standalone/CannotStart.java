package ilgam.standalone;

/** What was asked for on the command line cannot be done. The message is the one line that the operator reads. */
public final class CannotStart extends RuntimeException {

    /** Something here is not as it must be: the data is in use, a process does not come up. */
    static final int FAILED = 1;

    /** What was asked for cannot be had: an unknown option, a taken port. */
    static final int REFUSED = 2;

    private final int exitCode;

    CannotStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Something here is not as it must be. */
    public static CannotStart failed(String message) {
        return new CannotStart(FAILED, message);
    }

    /** It cannot be had as it was asked for. */
    public static CannotStart refused(String message) {
        return new CannotStart(REFUSED, message);
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
