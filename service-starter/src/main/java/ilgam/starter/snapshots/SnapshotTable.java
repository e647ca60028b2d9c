package ilgam.starter.snapshots;

import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of the snapshot table, with at most one row for each aggregate. */
final class SnapshotTable {

    /**
     * A stored snapshot.
     *
     * @param eventId of the last event in it
     * @param occurredAt the latest instant of its events
     * @param form its class and revision
     */
    record Row(String aggregateId, long sequenceNumber, String eventId, String occurredAt, String form, String state) {}

    private final JdbcClient db;
    private final JdbcTemplate reading;

    SnapshotTable(JdbcTemplate template) {
        db = JdbcClient.create(template);
        reading = template;
    }

    void forEachAggregate(Consumer<String> action) {
        reading.query("select aggregate_id from aggregate_snapshot", row -> {
            action.accept(row.getString(1));
        });
    }

    Optional<Row> find(String aggregate) {
        return db.sql("select * from aggregate_snapshot where aggregate_id = ?")
                .param(aggregate)
                .query(Row.class)
                .optional();
    }

    /** Replaces the row, even one with a later event, which a restored event store may have lost. */
    void put(Row row) {
        db.sql("""
                insert into aggregate_snapshot (aggregate_id, sequence_number, event_id, occurred_at, form, state)
                values (?, ?, ?, ?, ?, ?)
                on conflict (aggregate_id) do update set sequence_number = excluded.sequence_number,
                  event_id = excluded.event_id, occurred_at = excluded.occurred_at, form = excluded.form,
                  state = excluded.state""")
                .params(
                        row.aggregateId(),
                        row.sequenceNumber(),
                        row.eventId(),
                        row.occurredAt(),
                        row.form(),
                        row.state())
                .update();
    }
}
