package ilgam.work.item;

import org.axonframework.commandhandling.CommandExecutionException;

/** A rule of the item said no. The message is written for the member who asked; the details are the reason. */
public final class ItemRefused extends CommandExecutionException {

    public enum Reason {
        DELETED,
        STALE,
        DUE_BEFORE_START,
        ONLY_ISSUES_HAVE_SEVERITY,
        ONLY_ISSUES_ARE_ABOUT_TASKS,
        TOO_MANY_LABELS,
        TOO_MANY_LINKS,
        TOO_MANY_COMMENTS,
        TIED_TO_ITSELF,
        OWN_ANCESTOR,
        NESTED_TOO_DEEP,
        BLOCKS_IN_A_CIRCLE,
        NO_SUCH_COMMENT,
        NOT_YOUR_COMMENT,
        FOREIGN_HISTORY
    }

    ItemRefused(Reason reason, String message) {
        super(message, null, reason);
    }
}
