package ilgam.starter.ids;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What makes a request of a client the same when it comes again: its Idempotency-Key. Every event that such a request
 * leads to carries it, so that the event store itself can tell whether an earlier attempt arrived.
 *
 * @param repeated whether it came before, and how that ended is not known
 */
public record RequestKey(UUID id, boolean repeated) {

    private static final ScopedValue<RequestKey> CURRENT = ScopedValue.newInstance();

    /** The key of a member's request; the path says what it is for. */
    public static RequestKey of(UUID member, String key, String path, boolean repeated) {
        return new RequestKey(Ids.named("request", member.toString(), key, path), repeated);
    }

    /** Works at the request; whatever is sent meanwhile belongs to it. */
    public <X extends Exception> void run(Work<X> work) throws X {
        ScopedValue.where(CURRENT, this).call(() -> {
            work.run();
            return true;
        });
    }

    /** The one that is being worked at in this thread. */
    public static @Nullable RequestKey current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** A command of this request; another kind of command of the same request is another one. */
    public UUID commandId(Object command) {
        return Ids.named("command", id.toString(), command.getClass().getName());
    }

    /** The work that a request asks for. */
    @FunctionalInterface
    public interface Work<X extends Exception> {
        void run() throws X;
    }
}
