package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import ilgam.standalone.Archive;
import ilgam.standalone.Cluster;
import ilgam.standalone.SystemFolder;

/** Prints the state of the system in a data folder. */
record Status(Path data, PrintStream out) {

    /** The file that notes the newest backup. */
    static Path lastBackup(Path data) {
        return data.resolve("last-backup");
    }

    /** Prints it; returns whether the system runs and is ready. */
    boolean print() {
        var system = new SystemFolder(data);
        var running = system.running();
        var url = running.path("url").asString("");
        var serves = system.serves();
        if (url.isEmpty()) say("not running on " + data);
        else say("%s at %s, data in %s".formatted(serves ? "ready" : "not ready", url, data));
        running.path("processes")
                .properties()
                .forEach(process -> say("  %s: process %d"
                        .formatted(process.getKey(), process.getValue().asLong())));
        tellBackup();
        if (url.isEmpty()) return false;
        try (var cluster = Cluster.of(data)) {
            tellDatabases(cluster);
        } catch (SQLException failure) {
            say("PostgreSQL says " + failure.getMessage());
            return false;
        }
        return serves;
    }

    private void tellBackup() {
        try {
            var last = Files.readString(lastBackup(data)).strip().split(" ", 2);
            say("last backup: %s, %s ago".formatted(last[1], ago(Instant.parse(last[0]))));
        } catch (IOException none) {
            say("last backup: none");
        }
    }

    private static String ago(Instant then) {
        var since = Duration.between(then, Instant.now());
        return since.toHours() < 1 ? since.toMinutes() + " min" : since.toHours() + " h";
    }

    private void tellDatabases(Cluster cluster) throws SQLException {
        try (var session = cluster.connect(Cluster.ANY_DATABASE)) {
            printRows(
                    session,
                    "select datname || ': ' || pg_size_pretty(pg_database_size(datname)) from pg_database"
                            + " where datname like 'ilgam%' order by 1");
            tellArchive(session);
        }
        try (var session = cluster.connect(Cluster.EVENTS)) {
            printRows(
                    session,
                    "select count(*) || ' events, the newest at position ' || coalesce(max(global_index), 0)"
                            + " from domain_event");
        } catch (SQLException none) {
            say("the events live in Axon Server");
        }
    }

    private void tellArchive(Connection session) throws SQLException {
        var archive = Archive.of(data);
        if (archive.isEmpty()) {
            say("archive: none, so a disk failure loses what is newer than the last backup");
            return;
        }
        say("archive: " + archive.get().folder());
        printRows(session, """
                select case when last_failed_time > coalesce(last_archived_time, '-infinity')
                  then '  FAILS since ' || last_failed_time || ' with ' || last_failed_wal
                  else '  last at ' || coalesce(last_archived_time::text, 'never') end
                from pg_stat_archiver
                """);
    }

    private void printRows(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) say(rows.getString(1));
        }
    }

    private void say(String line) {
        out.println("ilgam: " + line);
    }
}
