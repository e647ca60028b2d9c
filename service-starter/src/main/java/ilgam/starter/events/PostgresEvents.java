package ilgam.starter.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

import static org.axonframework.eventsourcing.EventStreamUtils.upcastAndDeserializeDomainEvents;

/**
 * Axon's JDBC event storage engine on one PostgreSQL table, which never reads past a gap that may still be filled. It
 * differs from Axon's in four ways: an append is a single statement; the age of a gap is judged by the database's clock
 * and transactions, not by the event's timestamp; a read is bounded in bytes; and snapshots are kept elsewhere ({@link
 * ilgam.starter.snapshots.Snapshots}).
 */
final class PostgresEvents extends JdbcEventStorageEngine {

    private static final int BATCH = 500;
    private static final int MOST_WATCHED = 10_000;

    private final EventDatabase database;
    private final EventTable table;
    private final int maxGapOffset;
    private final StoreMetrics metrics;
    private final EventUpcaster upcasters;
    private final HeavyEvents heavy;
    private final GapHorizon horizon = new GapHorizon();
    private volatile Runnable onHeadAdvanced = () -> {};

    PostgresEvents(
            EventDatabase database,
            EventsProperties.EventStore settings,
            Serializer eventSerializer,
            EventUpcaster upcasters,
            StoreMetrics metrics) {
        super(builder()
                .connectionProvider(database::connection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .persistenceExceptionResolver(new DuplicateKey())
                .schema(EventTable.SCHEMA)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(eventSerializer)
                .upcasterChain(upcasters)
                .batchSize(BATCH)
                .finalAggregateBatchPredicate(batch -> batch.size() < BATCH && !EventTable.isFull(batch))
                .appendEvents((connection, schema, type, events, serializer, writer) -> {
                    metrics.transaction();
                    return EventTable.append(connection, events, serializer);
                }));
        this.database = database;
        this.table = new EventTable(settings.gapTimeout().toMillis());
        this.maxGapOffset = settings.maxGapOffset();
        this.metrics = metrics;
        this.upcasters = upcasters;
        this.heavy = new HeavyEvents(eventSerializer, this::read);
    }

    void onHeadAdvanced(Runnable action) {
        onHeadAdvanced = action;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        metrics.appended(() -> super.appendEvents(events, serializer));
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return metrics.read(() -> eventsOf(aggregateIdentifier, firstSequenceNumber, batchSize));
    }

    private List<DomainEventData<?>> eventsOf(String aggregate, long first, int batchSize) {
        try (var connection = database.connection();
                var statement = EventTable.ofAggregate(connection, aggregate, first, batchSize);
                var rows = statement.executeQuery()) {
            var events = new ArrayList<DomainEventData<?>>();
            while (rows.next()) events.add(getDomainEventData(rows));
            metrics.eventsRead(events.size());
            return events;
        } catch (SQLException e) {
            throw new EventStoreException("The events of " + aggregate + " could not be read.", e);
        }
    }

    private DomainEventMessage<?> read(String aggregate, long sequence) {
        var data = metrics.read(() -> {
            try (var connection = database.connection();
                    var statement = EventTable.one(connection, aggregate, sequence);
                    var rows = statement.executeQuery()) {
                rows.next();
                return getDomainEventData(rows);
            } catch (SQLException e) {
                throw new EventStoreException("Event %d of %s could not be read.".formatted(sequence, aggregate), e);
            }
        });
        return upcastAndDeserializeDomainEvents(Stream.of(data), getEventSerializer(), upcasters)
                .next();
    }

    /** Only the shared reader at the head of the store asks for a blocking read. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean followsHead) {
        var events = super.readEvents(token, followsHead).map(heavy::lightened);
        return followsHead ? AnnouncedEvents.of(events, onHeadAdvanced) : events;
    }

    @Override
    protected List<TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return metrics.read(() -> eventsAfter(lastToken, batchSize));
    }

    private List<TrackedEventData<?>> eventsAfter(@Nullable TrackingToken lastToken, int batchSize) {
        try {
            var token = lastToken == null ? start() : withoutDeadGaps((GapAwareTrackingToken) lastToken);
            try (var connection = database.connection()) {
                var events = read(connection, token, batchSize);
                if (!events.isEmpty()) return events;
                long next = firstAfter(connection, token.getIndex());
                return next == 0 ? events : read(connection, token, Math.toIntExact(next - token.getIndex()));
            }
        } catch (SQLException e) {
            throw new EventStoreException("The events after " + lastToken + " could not be read.", e);
        }
    }

    private static GapAwareTrackingToken start() {
        return GapAwareTrackingToken.newInstance(0, List.of());
    }

    private GapAwareTrackingToken withoutDeadGaps(GapAwareTrackingToken token) throws SQLException {
        if (!token.hasGaps()) return token;
        long alive = horizon.lookAgain(database::connection);
        return alive > 0 ? token.withGapsTruncatedAt(Math.min(alive, token.getIndex())) : token;
    }

    private List<TrackedEventData<?>> read(Connection connection, GapAwareTrackingToken token, int batchSize)
            throws SQLException {
        try (var statement = statement(connection, token, batchSize);
                var rows = statement.executeQuery()) {
            var events = new ArrayList<TrackedEventData<?>>();
            var reached = token;
            while (rows.next()) {
                reached = reached.advanceTo(rows.getLong(1), mayHaveGaps(rows) ? maxGapOffset : 0);
                events.add(new TrackedDomainEventData<>(reached, event(rows)));
            }
            return events;
        }
    }

    private PreparedStatement statement(Connection connection, GapAwareTrackingToken token, int batchSize)
            throws SQLException {
        return token.hasGaps()
                ? table.afterOrInGaps(connection, token.getIndex(), batchSize, List.copyOf(token.getGaps()))
                : table.after(connection, token.getIndex(), batchSize);
    }

    private boolean mayHaveGaps(ResultSet row) throws SQLException {
        return row.getLong(1) > horizon.known() && row.getBoolean(EventTable.RECENT);
    }

    private static GenericDomainEventEntry<byte[]> event(ResultSet row) throws SQLException {
        var eventId = row.getString(2);
        var aggregateId = row.getString(3);
        return new GenericDomainEventEntry<>(
                row.getString(5),
                eventId.equals(aggregateId) ? null : aggregateId,
                row.getLong(4),
                eventId,
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }

    private static long firstAfter(Connection connection, long index) throws SQLException {
        try (var statement =
                connection.prepareStatement("select min(global_index) from domain_event where global_index > ?")) {
            statement.setLong(1, index);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Before the first event: one that is still being appended with a lower index must not be missed. */
    @Override
    public TrackingToken createTailToken() {
        return start();
    }

    /** The token of the newest event, with every gap before it that may still be filled. */
    @Override
    public TrackingToken createHeadToken() {
        try (var connection = database.connection();
                var statement = table.newest(connection, MOST_WATCHED);
                var rows = statement.executeQuery()) {
            if (!rows.next()) return start();
            long newest = rows.getLong(1);
            var gaps = new TreeSet<Long>();
            long above = newest;
            for (int seen = 1; mayHaveGaps(rows) && seen < MOST_WATCHED; seen++) {
                boolean another = rows.next();
                long below = another ? rows.getLong(1) : 0;
                LongStream.range(below + 1, above).forEach(gaps::add);
                above = below;
                if (!another) break;
            }
            return GapAwareTrackingToken.newInstance(newest, gaps);
        } catch (SQLException e) {
            throw new EventStoreException("The newest event could not be found.", e);
        }
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("Snapshots are kept elsewhere.");
    }
}
