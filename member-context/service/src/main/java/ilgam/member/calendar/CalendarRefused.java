package ilgam.member.calendar;

import org.axonframework.commandhandling.CommandExecutionException;

/** A rule of the work calendar said no. The message is written for the member who asked. */
public final class CalendarRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason {
        LEAVE_OVERLAPS,
        LEAVE_IS_OVER,
        LEAVE_LONG_AGO,
        CYCLE_HAS_BEGUN,
        DAY_IS_OVER,
        DAY_TOO_FAR,
        STALE
    }

    private final Reason reason;

    CalendarRefused(Reason reason, String message) {
        super(message, null, reason);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return failure.getDetails().orElse(null) instanceof Reason told
                ? new CalendarRefused(told, String.valueOf(failure.getMessage()))
                : failure;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
