package ilgam.standalone.recovery;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import ilgam.standalone.Cluster;

/** Reads all data of a cluster, and reports faults in plain sentences. */
final class Check {

    private final Cluster cluster;
    private final Optional<Services> services;
    private final PrintStream out;
    private final List<String> faults = new ArrayList<>();

    /** A check without a running system. */
    Check(Cluster cluster, PrintStream out) {
        this(cluster, Optional.empty(), out);
    }

    /**
     * A check.
     *
     * @param services of the running system, if there is one
     */
    Check(Cluster cluster, Optional<Services> services, PrintStream out) {
        this.cluster = cluster;
        this.services = services;
        this.out = out;
    }

    /** Whether no fault was found. */
    boolean passes() {
        try {
            var databases = databases();
            if (setting("data_checksums").equals("on")) readPages();
            else fault("Data checksums are off: a damaged page would be read without an error.");
            for (var database : databases) readTables(database);
            if (databases.contains(Cluster.EVENTS)) checkEvents();
            else say("the events live in Axon Server: check and back them up by its own means");
            if (services.isPresent()) new ProjectionComparison(services.get(), this::say, this::fault).run();
            else say("projections were not compared with a rebuild: that needs the running system");
        } catch (SQLException failure) {
            fault("PostgreSQL says " + failure.getMessage());
        }
        if (faults.isEmpty()) say("all is whole");
        else out.printf("ilgam: %d fault%s found%n", faults.size(), faults.size() == 1 ? "" : "s");
        return faults.isEmpty();
    }

    private List<String> databases() throws SQLException {
        try (var session = cluster.connect(Cluster.ANY_DATABASE)) {
            return column(
                    session,
                    "select datname from pg_database where datallowconn and datname <> 'template1' order by 1");
        }
    }

    private String setting(String name) throws SQLException {
        try (var session = cluster.connect(Cluster.ANY_DATABASE)) {
            return column(session, "show " + name).getFirst();
        }
    }

    private static List<String> column(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) values.add(rows.getString(1));
            return values;
        }
    }

    private void readPages() {
        var read = new Pages(cluster.postgres()).read();
        for (var damage : read.damages())
            fault("The file %s is damaged at page %d%s.".formatted(damage.file(), damage.page(), nameOf(damage)));
        say("%d pages have been read from the disk".formatted(read.pages()));
    }

    /** The name of the table or index in the file, if PostgreSQL can still tell. */
    private String nameOf(Pages.Damage damage) {
        try (var session = cluster.connect(Cluster.ANY_DATABASE)) {
            var database = column(
                    session,
                    "select datname from pg_database where oid::text = '%s' and datallowconn"
                            .formatted(damage.database()));
            if (database.isEmpty()) return "";
            try (var within = cluster.connect(database.getFirst())) {
                return ": %s of %s"
                        .formatted(
                                column(
                                                within,
                                                "select pg_filenode_relation(0, %d)::regclass::text"
                                                        .formatted(damage.node()))
                                        .getFirst(),
                                database.getFirst());
            }
        } catch (SQLException unreadable) {
            return "";
        }
    }

    /** Has the server copy each table to nowhere, which reads every byte. */
    private void readTables(String database) throws SQLException {
        var rows = 0L;
        List<String> tables;
        try (var session = cluster.connect(database)) {
            tables = column(session, """
                    select format('%I.%I', nspname, relname)
                    from pg_class c join pg_namespace n on n.oid = relnamespace
                    where relkind in ('r', 'm') and relpersistence <> 't' and relname <> 'pg_largeobject'
                      and nspname <> 'information_schema'
                    order by 1
                    """);
            for (var table : tables) rows += read(session, database, table);
        }
        say("%s: %d tables with %d rows are read, PostgreSQL's own included".formatted(database, tables.size(), rows));
    }

    private long read(Connection session, String database, String table) {
        try (var statement = session.createStatement()) {
            return statement.executeLargeUpdate("copy %s to '/dev/null'".formatted(table));
        } catch (SQLException failure) {
            fault("%s: the table %s cannot be read. PostgreSQL says %s"
                    .formatted(database, table, failure.getMessage()));
            return 0;
        }
    }

    private void checkEvents() throws SQLException {
        try (var session = cluster.connect(Cluster.EVENTS)) {
            var events = new Events(session);
            var read = events.read();
            read.unreadable().forEach(this::fault);
            events.holes().forEach(this::fault);
            say("%d events, the newest at position %d, all numbered without a hole within their aggregates"
                    .formatted(read.count(), read.newest()));
            if (read.gaps() > 0)
                say("%d positions are empty: appends that were rolled back, which is no fault".formatted(read.gaps()));
            checkTokens(session);
        }
    }

    /** Finds projections whose position is beyond the newest event: they would miss the next ones. */
    private void checkTokens(Connection events) throws SQLException {
        for (var database : databases()) {
            if (database.equals(Cluster.EVENTS)) continue;
            try (var session = cluster.connect(database)) {
                if (column(session, "select 1 from pg_tables where tablename = 'token_entry'")
                        .isEmpty()) continue;
                var positions = positions(session);
                // Read after the tokens, because events and projections go on meanwhile.
                var newest = Long.parseLong(column(events, "select coalesce(max(global_index), 0) from domain_event")
                        .getFirst());
                positions.forEach((processor, position) -> {
                    if (position > newest)
                        fault("%s: the projection %s stands at position %d, where the newest event is at %d."
                                .formatted(database, processor, position, newest));
                });
            }
        }
    }

    private static Map<String, Long> positions(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("""
                        select processor_name, max(substring(convert_from(token, 'UTF8') from '"index":(\\d+)')::bigint)
                        from token_entry where token is not null group by 1
                        """)) {
            var positions = new TreeMap<String, Long>();
            while (rows.next()) positions.put(rows.getString(1), rows.getLong(2));
            return positions;
        }
    }

    private void fault(String sentence) {
        faults.add(sentence);
        out.println("ilgam: FAULT: " + sentence);
    }

    private void say(String line) {
        out.println("ilgam: " + line);
    }
}
