package ilgam.starter.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import static org.axonframework.common.DateTimeUtils.formatInstant;

/** The SQL of the event table. */
final class EventTable {

    /** The column that says, by the database's clock, whether a gap before this event may still be filled. */
    static final String RECENT = "recent";

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private static final String FIELDS =
            "event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision,"
                    + " payload, meta_data";

    private static final String APPEND = """
            insert into domain_event (%s)
            select e, a, s, t, at, p, r, b, m
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
              with ordinality as event (e, a, s, t, at, p, r, b, m, place)
            order by place""".formatted(FIELDS);

    /** A read ends with the event that exceeds this size. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final String BYTES = "octet_length(payload) + coalesce(octet_length(meta_data), 0)";

    private static final String OF_AGGREGATE = bounded(
            FIELDS, "aggregate_identifier = ? and sequence_number >= ? and sequence_number < ?", "sequence_number");

    private final long gapTimeoutMillis;

    EventTable(long gapTimeoutMillis) {
        this.gapTimeoutMillis = gapTimeoutMillis;
    }

    /** Appends all events in one statement, so that it takes one round trip and one transaction. */
    static PreparedStatement append(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        int size = events.size();
        var ids = new String[size];
        var aggregates = new String[size];
        var sequences = new Long[size];
        var types = new @Nullable String[size];
        var timestamps = new String[size];
        var payloadTypes = new String[size];
        var revisions = new @Nullable String[size];
        var payloads = new byte[size][];
        var metadata = new byte[size][];
        for (int i = 0; i < size; i++) {
            var event = domainEvent(events.get(i));
            var payload = event.serializePayload(serializer, byte[].class);
            ids[i] = event.getIdentifier();
            aggregates[i] = event.getAggregateIdentifier();
            sequences[i] = event.getSequenceNumber();
            types[i] = event.getType();
            timestamps[i] = formatInstant(event.getTimestamp());
            payloadTypes[i] = payload.getType().getName();
            revisions[i] = payload.getType().getRevision();
            payloads[i] = payload.getData();
            metadata[i] = event.serializeMetaData(serializer, byte[].class).getData();
        }
        var statement = connection.prepareStatement(APPEND);
        statement.setArray(1, connection.createArrayOf("text", ids));
        statement.setArray(2, connection.createArrayOf("text", aggregates));
        statement.setArray(3, connection.createArrayOf("int8", sequences));
        statement.setArray(4, connection.createArrayOf("text", types));
        statement.setArray(5, connection.createArrayOf("text", timestamps));
        statement.setArray(6, connection.createArrayOf("text", payloadTypes));
        statement.setArray(7, connection.createArrayOf("text", revisions));
        statement.setArray(8, connection.createArrayOf("bytea", payloads));
        statement.setArray(9, connection.createArrayOf("bytea", metadata));
        statement.addBatch();
        return statement;
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> it
                ? it
                : new GenericDomainEventMessage<>(null, event.getIdentifier(), 0L, event, event::getTimestamp);
    }

    PreparedStatement after(Connection connection, long index, int batchSize) throws SQLException {
        var statement = connection.prepareStatement(select("global_index > ? and global_index <= ?"));
        statement.setLong(1, index);
        statement.setLong(2, index + batchSize);
        return statement;
    }

    PreparedStatement afterOrInGaps(Connection connection, long index, int batchSize, List<Long> gaps)
            throws SQLException {
        var statement =
                connection.prepareStatement(select("global_index > ? and global_index <= ? or global_index = any (?)"));
        statement.setLong(1, index);
        statement.setLong(2, index + batchSize);
        statement.setArray(3, connection.createArrayOf("int8", gaps.toArray()));
        return statement;
    }

    private String select(String where) {
        return bounded("global_index, " + FIELDS + ", " + recent(), where, "global_index");
    }

    static PreparedStatement ofAggregate(Connection connection, String aggregate, long first, int batchSize)
            throws SQLException {
        var statement = connection.prepareStatement(OF_AGGREGATE);
        statement.setString(1, aggregate);
        statement.setLong(2, first);
        statement.setLong(3, first + batchSize);
        return statement;
    }

    /** A single event of an aggregate. */
    static PreparedStatement one(Connection connection, String aggregate, long sequence) throws SQLException {
        var statement = connection.prepareStatement(
                "select " + FIELDS + " from domain_event where aggregate_identifier = ? and sequence_number = ?");
        statement.setString(1, aggregate);
        statement.setLong(2, sequence);
        return statement;
    }

    /** Whether the read ended because of its size, so that more events may follow. */
    static boolean isFull(List<? extends DomainEventData<?>> events) {
        long bytes = 0;
        for (var event : events)
            bytes += ((byte[]) event.getPayload().getData()).length
                    + ((byte[]) event.getMetaData().getData()).length;
        return bytes >= MOST_BYTES;
    }

    /** Bounds the size: at least one event, and none after those that reach {@link #MOST_BYTES}. */
    private static String bounded(String fields, String where, String order) {
        return """
                select * from (
                  select %1$s, sum(%2$s) over (order by %4$s rows unbounded preceding) - (%2$s) as before
                  from domain_event where %3$s) batch
                where before < %5$d order by %4$s""".formatted(fields, BYTES, where, order, MOST_BYTES);
    }

    /** The newest events, newest first, each with whether gaps before it may still be filled. */
    PreparedStatement newest(Connection connection, int limit) throws SQLException {
        var statement = connection.prepareStatement(
                "select global_index, " + recent() + " from domain_event order by global_index desc limit ?");
        statement.setInt(1, limit);
        return statement;
    }

    private String recent() {
        return "recorded_at > clock_timestamp() - interval '" + gapTimeoutMillis + " milliseconds' as " + RECENT;
    }
}
