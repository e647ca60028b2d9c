package ilgam.work.imports;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The steps of an import. Its row has the step that runs next, by the name in lower case. An instance that claims the
 * import runs that step and those after it; after a crash or a time-out, the next claim continues with the stored step,
 * from where its own rows say.
 */
public enum Step {

    /**
     * {@code Staging} reads the uploaded files into rows, in one transaction together with the next step. A pass that
     * was interrupted has left nothing and is repeated.
     */
    STAGE,

    /**
     * {@code Announcing} finds a member for every name, batch by batch. A restart continues with the names that have
     * none.
     */
    ANNOUNCE,

    /**
     * {@code Sending} sends the items, chunk by chunk. A restart continues with the items that are not marked as sent;
     * those that were sent already change nothing.
     */
    SEND,

    /** Only the working rows are left, which go when the import ends. */
    CLEAN,

    /**
     * {@code Withdrawing} deletes the items that nobody has changed. A restart continues with those that have no
     * outcome.
     */
    WITHDRAW,

    /** {@code Restoring} brings withdrawn items back. A restart continues with those that have an outcome. */
    RESTORE;

    /** The step after this one; null when the import ends with it. */
    @Nullable
    Step next() {
        return switch (this) {
            case STAGE -> ANNOUNCE;
            case ANNOUNCE -> SEND;
            case SEND -> CLEAN;
            case CLEAN, WITHDRAW, RESTORE -> null;
        };
    }

    /** The state in which the import ends when there is no next step. */
    String end() {
        return this == WITHDRAW ? "withdrawn" : "done";
    }

    /** The name in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Step of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
