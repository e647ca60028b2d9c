package ilgam.starter.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;

/**
 * The global index up to which no gap can be filled any more, although it may be recent: every transaction that ran
 * when this index was the newest has ended, longer ago than the server lets an append run. So rolled-back appends do
 * not slow readers down until the gap time-out.
 */
final class GapHorizon {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration APPEND_IS_OVER = Duration.ofSeconds(20);
    private static final String LOOK = """
            select coalesce(max(global_index), 0),
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint
            from domain_event""";

    private record Mark(long newest, long nextTransaction, long nanoTime) {}

    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private long horizon;

    /** Updates the horizon, at most every few seconds. */
    synchronized long lookAgain(ConnectionSource source) throws SQLException {
        long now = System.nanoTime();
        var latest = marks.peekLast();
        if (latest != null && now - latest.nanoTime < LOOK_EVERY.toNanos()) return horizon;
        try (var connection = source.open();
                var statement = connection.prepareStatement(LOOK);
                var row = statement.executeQuery()) {
            row.next();
            long oldestRunning = row.getLong(2);
            marks.add(new Mark(row.getLong(1), row.getLong(3), System.nanoTime()));
            for (var mark = marks.peek();
                    mark != null
                            && mark.nextTransaction <= oldestRunning
                            && now - mark.nanoTime > APPEND_IS_OVER.toNanos();
                    mark = marks.peek()) {
                horizon = Math.max(horizon, mark.newest);
                marks.remove();
            }
        }
        return horizon;
    }

    synchronized long known() {
        return horizon;
    }

    /** Where a connection comes from. */
    @FunctionalInterface
    interface ConnectionSource {
        Connection open() throws SQLException;
    }
}
