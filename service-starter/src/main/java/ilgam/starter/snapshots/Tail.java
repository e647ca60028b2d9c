package ilgam.starter.snapshots;

import java.time.Instant;
import java.util.Optional;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.StoredSize;

/** The events that the current command loaded after the last snapshot. */
final class Tail {

    private static final int MANY = 100;
    private static final long HEAVY_BYTES = 512 * 1024;
    private static final String KEY = Tail.class.getName();

    private @Nullable DomainEventMessage<?> last;
    private Instant latest = Instant.EPOCH;
    private int events;
    private long bytes;

    static Tail begin() {
        var tail = new Tail();
        if (CurrentUnitOfWork.isStarted()) CurrentUnitOfWork.get().resources().put(KEY, tail);
        return tail;
    }

    static Optional<Tail> current() {
        return Optional.ofNullable(CurrentUnitOfWork.get().getResource(KEY));
    }

    /** @param size null for a new event, which is not stored yet */
    void add(EventMessage<?> event, @Nullable StoredSize size) {
        if (!(event instanceof DomainEventMessage<?> it)) return;
        last = it;
        if (it.getMetaData().get(Metadata.OCCURRED_AT) instanceof String at) see(Instant.parse(at));
        if (it instanceof SnapshotMessage) return;
        events++;
        if (size != null) bytes += size.of(it);
    }

    private void see(Instant at) {
        if (at.isAfter(latest)) latest = at;
    }

    boolean isLong() {
        return events >= MANY || bytes >= HEAVY_BYTES;
    }

    @Nullable
    DomainEventMessage<?> last() {
        return last;
    }

    String latest() {
        return latest.toString();
    }
}
