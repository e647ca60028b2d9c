package ilgam.member.holiday;

import org.axonframework.commandhandling.CommandExecutionException;

/** A rule of the holidays said no. The message is written for the admin who asked. */
public final class HolidayRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason {
        DAY_IS_OVER,
        DAY_TOO_FAR
    }

    private final Reason reason;

    HolidayRefused(Reason reason, String message) {
        super(message, null, reason);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    static CommandExecutionException in(CommandExecutionException failure) {
        return failure.getDetails().orElse(null) instanceof Reason told
                ? new HolidayRefused(told, String.valueOf(failure.getMessage()))
                : failure;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
