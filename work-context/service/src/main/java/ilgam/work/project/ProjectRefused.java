package ilgam.work.project;

import org.axonframework.commandhandling.CommandExecutionException;

/** A rule of the project said no. The message is written for the member who asked; the details are the reason. */
public final class ProjectRefused extends CommandExecutionException {

    public enum Reason {
        NOT_YOURS_TO_RUN,
        ARCHIVED,
        STALE,
        KEY_TAKEN,
        UNKNOWN_SUCCESSOR,
        TOO_MANY_DEFINITIONS,
        TOO_MANY_STATUSES,
        STARTER_STAYS
    }

    ProjectRefused(Reason reason, String message) {
        super(message, null, reason);
    }
}
