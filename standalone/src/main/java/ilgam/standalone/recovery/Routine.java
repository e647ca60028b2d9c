package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import ilgam.standalone.Archive;
import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;

/**
 * Repeated backups, with the deletion of the oldest once a new one is complete.
 *
 * @param pruneArchive whether to delete archived log files that no backup of this folder needs; other folders' backups
 *     may need them
 */
record Routine(
        Path data,
        Supplier<Cluster> cluster,
        Path folder,
        @Nullable Key key,
        boolean verify,
        int keep,
        boolean pruneArchive,
        Path erasures,
        PrintStream out) {

    Path once() {
        var backups = BackupFolder.at(folder);
        try (var opened = cluster.get()) {
            var taken = new Backup(opened, backups, key, verify, out).take();
            note(taken);
            new ErasureList(folder.resolve(ErasureList.NAME)).takeIn(erasures, out);
            tidy(backups, systemOf(taken));
            return taken;
        }
    }

    /** Deletes surplus backups of this system, and none whose system is unknown. */
    private void tidy(BackupFolder backups, String system) {
        var unreadable = new ArrayList<Path>();
        var all = backups.of(system, key, unreadable::add);
        for (var file : unreadable) out.printf("ilgam: %s cannot be read with this key and is kept%n", file);
        var kept = all.subList(Math.max(0, all.size() - keep), all.size());
        for (var old : all.subList(0, all.size() - kept.size())) {
            BackupFolder.delete(old.file());
            out.println("ilgam: deleted " + old.file());
        }
        if (!pruneArchive) return;
        if (!unreadable.isEmpty()) out.println("ilgam: the archive is not pruned, because they may need it");
        else
            Archive.of(data)
                    .ifPresent(archive ->
                            archive.forgetBefore(kept.getFirst().manifest().firstWal()));
    }

    private String systemOf(Path backup) {
        try (var reader = BackupReader.open(backup, key)) {
            return reader.manifest().system();
        }
    }

    /** Notes the backup for ./ilgam status. */
    private void note(Path taken) {
        try {
            Files.writeString(Status.lastBackup(data), "%s %s%n".formatted(Instant.now(), taken));
        } catch (IOException failure) {
            out.println("ilgam: could not note the backup: " + failure);
        }
    }

    /** Repeats until the process ends. A failure is reported, and the next backup is taken when it is due. */
    void repeat(Duration every) {
        for (var due = Instant.now(); ; due = due.plus(every)) {
            sleepUntil(due);
            try {
                once();
            } catch (CannotStart | UncheckedIOException failure) {
                System.err.println("ilgam: " + failure.getMessage());
            }
        }
    }

    private static void sleepUntil(Instant due) {
        var millis = Duration.between(Instant.now(), due).toMillis();
        try {
            if (millis > 0) Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
    }
}
