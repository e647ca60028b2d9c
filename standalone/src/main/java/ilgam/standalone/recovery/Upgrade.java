package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;
import ilgam.standalone.SystemFolder;

/**
 * Upgrades data of an earlier major version of PostgreSQL to the one in this build: both run side by side, everything
 * is copied and compared, and only then does the new folder replace the old one, which is kept.
 *
 * @param programs the archive with the programs of the earlier version
 */
record Upgrade(Path data, Path programs, PrintStream out) {

    void run() {
        var began = Instant.now();
        new SystemFolder(data).mustBeWhole();
        try {
            var version = Files.readString(data.resolve("postgres/PG_VERSION")).strip();
            if (version.equals(Cluster.VERSION))
                throw CannotStart.refused("The data in %s is of PostgreSQL %s already.".formatted(data, version));
            var kept = data.resolve("postgres-" + version);
            if (Files.exists(kept)) throw CannotStart.refused("%s is there already: move it away.".formatted(kept));
            var work = data.resolve("upgrade");
            if (Files.exists(work)) BackupFolder.delete(work);
            try (var old = Cluster.ofEarlier(data, version, programs)) {
                copySecrets(work);
                try (var fresh = Cluster.create(work)) {
                    out.printf("ilgam: from PostgreSQL %s to %s, into %s%n", version, Cluster.VERSION, work);
                    new Transfer(old, fresh, out).run();
                }
            }
            swap(work, kept);
            out.printf(
                    "ilgam: done in %.1f s. The old files are in %s: delete them once you trust the new ones, and take a backup.%n",
                    began.until(Instant.now(), ChronoUnit.MILLIS) / 1e3, kept);
        } catch (IOException | SQLException failure) {
            throw CannotStart.failed("The upgrade failed, and the data is as it was: " + failure.getMessage());
        }
    }

    private void copySecrets(Path work) throws IOException {
        var from = data.resolve("secrets");
        Files.createDirectories(work);
        try (var files = Files.walk(from)) {
            for (var file : files.toList())
                Files.copy(
                        file,
                        work.resolve("secrets").resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Replaces the folder in two steps; a crash between them leaves a folder that is marked as incomplete. */
    private void swap(Path work, Path kept) throws IOException {
        var used = data.resolve("postgres");
        var unfinished = Files.writeString(
                new SystemFolder(data).unfinished(),
                "An upgrade of PostgreSQL did not finish here. Nothing is lost: move %s back to %s, unless that is there, delete %s, and try again."
                        .formatted(kept, used, new SystemFolder(data).unfinished()));
        Files.move(used, kept, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(work.resolve("postgres"), used, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            Files.move(kept, used, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(unfinished);
            throw failure;
        }
        Files.delete(unfinished);
        BackupFolder.delete(work);
    }
}
