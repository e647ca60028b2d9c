package ilgam.starter.projection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which projections their processors leave out just now, and which events they leave out because the projection has them
 * already. Every transaction of a processor holds a shared lock and knows the generation of this; whoever changes it
 * holds the lock alone, so that no batch is handled by what was true before.
 */
final class Gates {

    /** What is true in one generation. */
    private record Known(long generation, Set<String> closed, Map<String, Set<String>> met) {}

    private final JdbcClient database;
    private volatile Known known = new Known(-1, Set.of(), Map.of());

    Gates(JdbcClient database) {
        this.database = database;
    }

    /** To be called within each transaction of a processor, with the generation that its lock keeps. */
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

    /** Whether a processor leaves the projection out. */
    boolean isClosed(String projection) {
        return known.closed().contains(projection);
    }

    /** Whether the projection has had this event from a reader of its own. */
    boolean hasMet(String projection, String event) {
        var events = known.met().get(projection);
        return events != null && events.contains(event);
    }
}
