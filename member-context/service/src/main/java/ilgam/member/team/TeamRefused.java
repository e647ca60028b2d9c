package ilgam.member.team;

import org.axonframework.commandhandling.CommandExecutionException;

/** A rule of teams said no. The message is written for the member who asked. */
public final class TeamRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason {
        TEAM_NAME_TAKEN,
        NOT_IN_TEAM,
        LAST_LEAD,
        TEAM_DISBANDED,
        STALE
    }

    private final Reason reason;

    TeamRefused(Reason reason, String message) {
        super(message, null, reason);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return failure.getDetails().orElse(null) instanceof Reason told
                ? new TeamRefused(told, String.valueOf(failure.getMessage()))
                : failure;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
