package ilgam.starter.ids;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Identifies a request and its repeats, by the Idempotency-Key. Every event that the request leads to carries it, so
 * that the event store shows whether an earlier attempt was appended.
 *
 * @param repeated whether an earlier attempt ended with an unknown outcome
 */
public record RequestKey(UUID id, boolean repeated) {

    private static final ScopedValue<RequestKey> CURRENT = ScopedValue.newInstance();

    /** The key of a member's request; the path tells apart requests for different things. */
    public static RequestKey of(UUID member, String key, String path, boolean repeated) {
        return new RequestKey(Ids.named("request", member.toString(), key, path), repeated);
    }

    /** Runs the work of this request; commands sent meanwhile carry its key. */
    public <X extends Exception> void run(Work<X> work) throws X {
        ScopedValue.where(CURRENT, this).call(() -> {
            work.run();
            return true;
        });
    }

    /** The key of the request that runs in this thread, or null. */
    public static @Nullable RequestKey current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** The id of a command of this request; commands of different types have different ids. */
    public UUID commandId(Object command) {
        return Ids.named("command", id.toString(), command.getClass().getName());
    }

    /** The work of a request. */
    @FunctionalInterface
    public interface Work<X extends Exception> {
        void run() throws X;
    }
}
