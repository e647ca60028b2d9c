package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import ilgam.standalone.Archive;
import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;
import ilgam.standalone.SystemFolder;

/**
 * Creates a data folder from a backup, as of the backup's instant or, with an archive, of any later one. The recovery
 * runs here, so that ./start finds complete data; until it has ended, the folder is marked as incomplete.
 */
final class Restore {

    /** The settings file, to be replaced after recovery, whose settings are for a single start. */
    private static final String SETTINGS = "postgres/postgresql.conf";

    private final BackupReader backup;
    private final Path data;
    private final @Nullable Archive archive;
    private final @Nullable Instant at;
    private final PrintStream out;

    Restore(BackupReader backup, Path data, @Nullable Archive archive, @Nullable Instant at, PrintStream out) {
        this.backup = backup;
        this.data = data;
        this.archive = archive;
        this.at = at;
        this.out = out;
    }

    void run() {
        var began = Instant.now();
        mustBePossible();
        try {
            mustBeEmpty();
            Files.createDirectories(data);
            new Space(data).mustHold(backup.manifest().size(), "The restored system");
            Files.writeString(
                    new SystemFolder(data).unfinished(),
                    "A restore did not finish here. Delete the folder and restore again.");
            restore();
            Files.delete(new SystemFolder(data).unfinished());
            out.printf(
                    "ilgam: restored into %s in %.1f s%n", data, began.until(Instant.now(), ChronoUnit.MILLIS) / 1e3);
        } catch (IOException failure) {
            throw CannotStart.failed("The restore failed: " + failure);
        }
    }

    private void mustBePossible() {
        var manifest = backup.manifest();
        if (manifest.isDump()) throw CannotStart.refused("This is a dump, not a backup of files: use ./ilgam load.");
        if (!manifest.postgres().equals(Cluster.VERSION))
            throw CannotStart.refused(
                    "This backup was written by PostgreSQL %s, and this version of Ilgam brings PostgreSQL %s: restore it with the version of Ilgam that wrote it, then ./ilgam upgrade-database."
                            .formatted(manifest.postgres(), Cluster.VERSION));
        if (at != null && at.isBefore(manifest.ended()))
            throw CannotStart.refused("This backup ends at %s: it cannot give back what was at %s. Take an earlier one."
                    .formatted(manifest.ended(), at));
        if (at != null && at.isAfter(Instant.now())) throw CannotStart.refused("%s is still to come.".formatted(at));
        if (at != null && archive == null)
            throw CannotStart.refused("Only an archive reaches beyond the backup, which ends at %s: use --archive."
                    .formatted(manifest.ended()));
        if (archive != null && !archive.system().orElse("").equals(manifest.system()))
            throw CannotStart.refused(
                    "%s is no archive of the system that this backup is of.".formatted(archive.folder()));
    }

    private void mustBeEmpty() throws IOException {
        if (!Files.exists(data)) return;
        try (var files = Files.list(data)) {
            if (files.findAny().isPresent())
                throw CannotStart.refused("%s is not empty: a restore overwrites nothing.".formatted(data));
        }
    }

    private void restore() throws IOException {
        try {
            backup.unpack(data);
            out.printf("ilgam: %s unpacked%n", Space.text(backup.manifest().size()));
            var settings = archive == null ? Recovery.ofBackup(data) : Recovery.through(archive, at, data);
            try (var cluster = Cluster.recovering(data, settings)) {
                mustSortAlike(cluster);
                out.println("ilgam: recovered to " + positionOf(cluster));
            }
            try (var settingsOfBefore = Files.newOutputStream(data.resolve(SETTINGS))) {
                backup.read(SETTINGS, settingsOfBefore);
            }
        } catch (CannotStart | IOException failure) {
            leaveNothing();
            throw explained(failure);
        }
    }

    /** Two builds of one PostgreSQL, such as this one and that of a container, may have different versions of ICU. */
    private void mustSortAlike(Cluster cluster) {
        try (var session = cluster.connect(Cluster.ANY_DATABASE)) {
            var here = Backup.icuOf(session);
            if (!here.equals(backup.manifest().icu()))
                throw CannotStart.refused(
                        "This backup was written by a PostgreSQL with ICU %s, and this one has ICU %s: its indexes would be out of order. Restore it where it was written, then copy the rows: ./ilgam dump, ./ilgam load."
                                .formatted(backup.manifest().icu(), here));
        } catch (SQLException failure) {
            throw CannotStart.failed("PostgreSQL says " + failure.getMessage());
        }
    }

    private static String positionOf(Cluster cluster) {
        var query = "select count(*), coalesce(max(global_index), 0), max(recorded_at) from domain_event";
        try (var session = cluster.connect(Cluster.EVENTS);
                var statement = session.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1) == 0
                    ? "the beginning: there are no events"
                    : "position %d: %d events, the newest recorded at %s"
                            .formatted(
                                    row.getLong(2),
                                    row.getLong(1),
                                    row.getTimestamp(3).toInstant());
        } catch (SQLException none) {
            return "the backup's position; its events live in Axon Server";
        }
    }

    private CannotStart explained(Exception failure) {
        var words = String.valueOf(failure.getMessage());
        if (words.contains("recovery target was reached") || words.contains("recovery target was not reached"))
            return CannotStart.refused("The archive does not reach to %s. PostgreSQL says %s".formatted(at, words));
        return failure instanceof CannotStart said ? said : CannotStart.failed("The restore failed: " + words);
    }

    private void leaveNothing() {
        try (var files = Files.list(data)) {
            var unfinished = new SystemFolder(data).unfinished();
            files.filter(file -> !file.equals(unfinished)).forEach(BackupFolder::delete);
            Files.deleteIfExists(unfinished);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
