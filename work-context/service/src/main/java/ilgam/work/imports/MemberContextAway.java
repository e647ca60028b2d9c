package ilgam.work.imports;

import org.jspecify.annotations.Nullable;

/** The member context cannot announce anybody now, because it or its event store is unavailable. */
public final class MemberContextAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean eventStore;

    public MemberContextAway(boolean eventStore, @Nullable Throwable cause) {
        super("The member context is unavailable.", cause);
        this.eventStore = eventStore;
    }

    boolean eventStore() {
        return eventStore;
    }
}
