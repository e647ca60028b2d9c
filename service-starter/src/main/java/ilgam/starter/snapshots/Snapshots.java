package ilgam.starter.snapshots;

import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.LongFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.util.concurrent.TimeUnit.SECONDS;

/**
 * Stores snapshots and loads aggregates from them. If a snapshot cannot be used, the aggregate is loaded from its
 * events; storing one never delays or fails the command.
 */
public final class Snapshots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;
    private static final int MOST_WAITING = 4;
    private static final int BITS = 1 << 20;

    private final SnapshotTable table;
    private final SnapshotForms forms = new SnapshotForms();
    private final ThreadPoolExecutor keeping = new ThreadPoolExecutor(
            0,
            1,
            30,
            SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("snapshots-", 0).factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    /** Aggregates whose snapshot was too large or could not be stored. */
    private final Cache<String, Boolean> leftAlone = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** Hashes of aggregates that may have a snapshot, so that the many short ones cause no query. */
    private @Nullable BitSet kept;

    Snapshots(SnapshotTable table) {
        this.table = table;
    }

    /**
     * The snapshot of an aggregate and the events after it, or all its events if there is no usable snapshot.
     *
     * @param from reads the events from a sequence number on
     */
    public DomainEventStream events(String aggregate, LongFunction<DomainEventStream> from) {
        return find(aggregate).flatMap(row -> after(row, from)).orElseGet(() -> from.apply(0));
    }

    private Optional<SnapshotTable.Row> find(String aggregate) {
        try {
            return mayBeKept(aggregate) ? table.find(aggregate) : Optional.empty();
        } catch (RuntimeException failure) {
            LOG.warn("The snapshot of {} could not be looked up: {}", aggregate, failure.toString());
            return Optional.empty();
        }
    }

    /** Checks that the snapshot's last event is in the store, which may have been restored to an earlier time. */
    private Optional<DomainEventStream> after(SnapshotTable.Row row, LongFunction<DomainEventStream> from) {
        var state = read(row);
        if (state.isEmpty()) return Optional.empty();
        var events = from.apply(row.sequenceNumber());
        if (!events.hasNext()) return Optional.empty();
        var last = events.next();
        if (!last.getIdentifier().equals(row.eventId())) return Optional.empty();
        var snapshot = new SnapshotMessage(last, state.get(), row.occurredAt());
        return Optional.of(DomainEventStream.concat(DomainEventStream.of(snapshot), events));
    }

    private Optional<Snapshot> read(SnapshotTable.Row row) {
        try {
            return forms.read(row.form(), row.state());
        } catch (Exception | LinkageError failure) {
            LOG.info("The snapshot of {} is of another form: {}", row.aggregateId(), failure.toString());
            return Optional.empty();
        }
    }

    boolean wants(String aggregate) {
        return leftAlone.getIfPresent(aggregate) == null && keeping.getQueue().remainingCapacity() > 0;
    }

    /** Stores the snapshot later in another thread, or not at all if too many wait already. */
    void keep(DomainEventMessage<?> last, String occurredAt, Snapshot state) {
        keeping.execute(() -> keepNow(last, occurredAt, state));
    }

    private void keepNow(DomainEventMessage<?> last, String occurredAt, Snapshot state) {
        var aggregate = last.getAggregateIdentifier();
        try {
            var written = forms.write(state);
            if (written.length() > MOST_CHARACTERS) {
                leftAlone.put(aggregate, true);
                return;
            }
            table.put(new SnapshotTable.Row(
                    aggregate, last.getSequenceNumber(), last.getIdentifier(), occurredAt, forms.form(state), written));
            isKept(aggregate);
        } catch (RuntimeException failure) {
            leftAlone.put(aggregate, true);
            LOG.warn("The snapshot of {} could not be kept: {}", aggregate, failure.toString());
        }
    }

    private synchronized void isKept(String aggregate) {
        known().set(bit(aggregate));
    }

    private synchronized boolean mayBeKept(String aggregate) {
        return known().get(bit(aggregate));
    }

    private BitSet known() {
        if (kept == null) {
            var found = new BitSet(BITS);
            table.forEachAggregate(aggregate -> found.set(bit(aggregate)));
            kept = found;
        }
        return kept;
    }

    private static int bit(String aggregate) {
        int hash = aggregate.hashCode();
        return (hash ^ hash >>> 20) & BITS - 1;
    }

    @Override
    public void close() {
        keeping.shutdownNow();
    }
}
