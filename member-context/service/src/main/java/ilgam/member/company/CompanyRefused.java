package ilgam.member.company;

import org.axonframework.commandhandling.CommandExecutionException;

/** A rule of the company said no. The message is written for the admin who asked. */
public final class CompanyRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason {
        STALE
    }

    private final Reason reason;

    CompanyRefused(Reason reason, String message) {
        super(message, null, reason);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    static CommandExecutionException in(CommandExecutionException failure) {
        return failure.getDetails().orElse(null) instanceof Reason told
                ? new CompanyRefused(told, String.valueOf(failure.getMessage()))
                : failure;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
