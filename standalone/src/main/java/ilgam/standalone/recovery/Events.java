package ilgam.standalone.recovery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the stored events one by one. */
record Events(Connection session) {

    private static final int BATCH = 1_000;
    private static final int MOST_TOLD = 20;

    /**
     * The result.
     *
     * @param gaps number of positions without an event, from appends that were rolled back
     * @param unreadable a sentence for each of the first events that are not JSON
     */
    record Read(long count, long newest, long gaps, List<String> unreadable) {}

    Read read() throws SQLException {
        var unreadable = new ArrayList<String>();
        var count = 0L;
        var newest = 0L;
        var oldest = Long.MAX_VALUE;
        session.setAutoCommit(false); // otherwise the driver fetches all rows at once
        try (var statement = session.createStatement()) {
            statement.setFetchSize(BATCH);
            try (var rows = statement.executeQuery("""
                    select global_index, aggregate_identifier, sequence_number, payload_type, payload, meta_data
                    from domain_event order by global_index
                    """)) {
                while (rows.next()) {
                    count++;
                    newest = rows.getLong(1);
                    oldest = Math.min(oldest, newest);
                    if (isJson(rows.getBytes(5)) && isJson(rows.getBytes(6))) continue;
                    if (unreadable.size() < MOST_TOLD)
                        unreadable.add("The event at position %d (%s, number %d of %s) is not readable."
                                .formatted(newest, rows.getString(4), rows.getLong(3), rows.getString(2)));
                }
            }
        } finally {
            session.rollback();
            session.setAutoCommit(true);
        }
        return new Read(count, newest, count == 0 ? 0 : newest - oldest + 1 - count, unreadable);
    }

    private static boolean isJson(byte @Nullable [] bytes) {
        if (bytes == null) return true;
        try (var parser = JsonMapper.shared().createParser(bytes)) {
            if (parser.nextToken() == null) return false;
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException broken) {
            return false;
        }
    }

    /** A sentence for each of the first aggregates whose events are not numbered from 0 without a hole. */
    List<String> holes() throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("""
                        select aggregate_identifier, count(*), min(sequence_number), max(sequence_number)
                        from domain_event group by aggregate_identifier
                        having min(sequence_number) <> 0 or max(sequence_number) <> count(*) - 1
                        order by min(global_index) limit %d
                        """.formatted(MOST_TOLD))) {
            var holes = new ArrayList<String>();
            while (rows.next())
                holes.add("Events of %s are missing: there are %d, numbered from %d to %d."
                        .formatted(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
            return holes;
        }
    }
}
