package ilgam.member.membership;

import org.axonframework.commandhandling.CommandExecutionException;

/** A rule of membership said no. The message is written for the member who asked. */
public final class MemberRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason {
        LAST_ADMIN,
        NO_ACCOUNT,
        HAS_ACCOUNT,
        DEACTIVATED,
        ERASED,
        MERGED,
        NOT_A_MEMBER,
        STALE
    }

    private final Reason reason;

    MemberRefused(Reason reason, String message) {
        super(message, null, reason);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return failure.getDetails().orElse(null) instanceof Reason told
                ? new MemberRefused(told, String.valueOf(failure.getMessage()))
                : failure;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
