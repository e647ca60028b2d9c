package ilgam.starter.projection.rebuild;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Whether the current event is handled for a rebuild, so that handlers must not treat it as new. */
public final class Rebuild {

    private static final String KEY = Rebuild.class.getName();

    private Rebuild() {}

    /** Whether this thread handles an event for a rebuild. */
    public static boolean isAtWork() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().resources().containsKey(KEY);
    }

    static void mark() {
        CurrentUnitOfWork.get().root().resources().put(KEY, true);
    }
}
