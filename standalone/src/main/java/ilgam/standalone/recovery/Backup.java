package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;

/**
 * Copies a running cluster: its files between {@code pg_backup_start} and {@code pg_backup_stop}, and the write-ahead
 * log of that time, with which a restore brings every database to the instant at which the copy ended.
 */
final class Backup {

    /**
     * Other files that a system needs. Attachments, once there are any, must be copied after the log, as they are only
     * ever added.
     */
    private static final List<String> BESIDES = List.of("secrets", "events");

    private final Cluster cluster;
    private final BackupFolder folder;
    private final @Nullable Key key;
    private final boolean verify;
    private final PrintStream out;

    Backup(Cluster cluster, BackupFolder folder, @Nullable Key key, boolean verify, PrintStream out) {
        this.cluster = cluster;
        this.folder = folder;
        this.key = key;
        this.verify = verify;
        this.out = out;
    }

    /** Takes a backup and, by default, restores it for verification; returns its path. */
    Path take() {
        var began = Instant.now();
        try (var _ = folder.hold()) {
            var size = new ClusterFiles(cluster.postgres()).size();
            new Space(folder.path()).mustHold(verify ? 2 * size : size, "A backup");
            var file = folder.newFile(began);
            out.printf("ilgam: backing up %s (%s) to %s%n", cluster.folder(), Space.text(size), file);
            write(file, began);
            out.printf("ilgam: %s in %.1f s%n", Space.text(Files.size(file)), secondsSince(began));
            if (verify) tryOut(file);
            if (events().equals("axon-server"))
                out.println("ilgam: the events live in Axon Server and are not in this backup. Back up its event store"
                        + " now, by Axon Server's own means: it has to be of the same time or later.");
            return file;
        } catch (IOException failure) {
            throw CannotStart.failed("The backup failed: " + failure);
        } catch (SQLException failure) {
            throw CannotStart.failed("The backup failed: PostgreSQL says " + failure.getMessage());
        }
    }

    private static double secondsSince(Instant began) {
        return began.until(Instant.now(), ChronoUnit.MILLIS) / 1e3;
    }

    private void write(Path file, Instant began) throws IOException, SQLException {
        try (var writer = new BackupWriter(folder.path(), file, key);
                var session = cluster.connect(Cluster.ANY_DATABASE)) {
            mustBePlain(session);
            var files = new ClusterFiles(cluster.postgres());
            // The slot keeps the needed log, and is dropped with the session.
            ask(session, "select pg_create_physical_replication_slot('ilgam_backup_' || pg_backend_pid(), true, true)");
            var firstWal = ask(session, "select pg_walfile_name(pg_backup_start('ilgam', true))");
            files.copy(writer);
            var stop = stop(session);
            writer.file(ClusterFiles.PLACE + "backup_label", stop.label().getBytes(StandardCharsets.UTF_8));
            files.copyLog(writer, firstWal, stop.lastWal());
            for (var name : BESIDES) copyBeside(writer, name);
            writer.finish(new Manifest(
                    Manifest.FORMAT,
                    began,
                    stop.at(),
                    Cluster.VERSION,
                    ask(session, "select system_identifier::text from pg_control_system()"),
                    icuOf(session),
                    events(),
                    firstWal,
                    stop.lastWal(),
                    writer.files()));
        }
    }

    private String events() throws IOException {
        return Files.readString(cluster.folder().resolve("events")).strip();
    }

    private static void mustBePlain(Connection session) throws SQLException {
        var elsewhere =
                ask(session, "select count(*) from pg_tablespace where spcname not in ('pg_default', 'pg_global')");
        if (!elsewhere.equals("0"))
            throw CannotStart.failed("A tablespace outside the data folder cannot be backed up.");
    }

    private record Stop(String label, String lastWal, Instant at) {}

    private static Stop stop(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery("""
                        select labelfile, pg_walfile_name(lsn), clock_timestamp()
                        from pg_backup_stop(wait_for_archive => false)
                        """)) {
            row.next();
            return new Stop(
                    row.getString(1), row.getString(2), row.getTimestamp(3).toInstant());
        }
    }

    /** The version of ICU in this PostgreSQL: with another one, indexes over texts would be out of order. */
    static String icuOf(Connection session) throws SQLException {
        return ask(session, "select pg_collation_actual_version(oid) from pg_collation where collname = 'und-x-icu'");
    }

    private static String ask(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void copyBeside(BackupWriter writer, String name) throws IOException {
        var data = cluster.folder();
        if (!Files.exists(data.resolve(name))) return;
        try (var files = Files.walk(data.resolve(name))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList())
                writer.file(data.relativize(file).toString(), file);
        }
    }

    private void tryOut(Path file) throws IOException {
        var began = Instant.now();
        var trial = file.resolveSibling(file.getFileName() + BackupFolder.TRIAL);
        try (var reader = BackupReader.open(file, key)) {
            reader.unpack(trial);
            try (var restored = Cluster.recovering(trial, Recovery.ofBackup(trial))) {
                var check = new Check(restored, out);
                if (!check.passes())
                    throw CannotStart.failed("The backup %s is complete, but its content is damaged.".formatted(file));
            }
            out.printf("ilgam: restored on trial and read in %.1f s%n", secondsSince(began));
        } finally {
            if (Files.exists(trial)) BackupFolder.delete(trial);
        }
    }
}
