package ilgam.starter.projection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The projections that their processors skip at present, and the events that a processor skips because the projection
 * has handled them already. Each transaction of a processor holds a shared lock and reads the current generation; a
 * change takes the exclusive lock, so that no batch is handled with outdated values.
 */
final class Gates {

    /** The values of one generation. */
    private record Known(long generation, Set<String> closed, Map<String, Set<String>> met) {}

    private final JdbcClient database;
    private volatile Known known = new Known(-1, Set.of(), Map.of());

    Gates(JdbcClient database) {
        this.database = database;
    }

    /** Called in each transaction of a processor, with the generation read under its lock. */
    void refresh(long generation) {
        if (known.generation() != generation) read(generation);
    }

    private synchronized void read(long generation) {
        if (known.generation() == generation) return;
        var closed = Set.copyOf(database.sql("select name from projection_state where state <> 'REBUILDING'")
                .query(String.class)
                .list());
        var met = new HashMap<String, Set<String>>();
        database.sql("select name, event_identifier from projection_met").query(row -> {
            met.computeIfAbsent(row.getString(1), _ -> new HashSet<>()).add(row.getString(2));
        });
        known = new Known(generation, closed, Map.copyOf(met));
    }

    long generation() {
        return known.generation();
    }

    /** Whether processors skip the projection. */
    boolean isClosed(String projection) {
        return known.closed().contains(projection);
    }

    /** Whether the projection's own reader has handled this event. */
    boolean hasMet(String projection, String event) {
        var events = known.met().get(projection);
        return events != null && events.contains(event);
    }
}
