package ilgam.starter.projection;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Whether the event at hand is handled for a projection that is being made again: nothing happens just now. */
public final class Rebuild {

    private static final String KEY = Rebuild.class.getName();

    private Rebuild() {}

    /** Whether it is so in this thread. */
    public static boolean isAtWork() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().resources().containsKey(KEY);
    }

    static void mark() {
        CurrentUnitOfWork.get().root().resources().put(KEY, true);
    }
}
