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
 * Backups as often as was asked for, and the oldest deleted once a new one is whole.
 *
 * @param pruneArchive whether the archived log goes that none of the folder's backups needs; others may
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

    /** Deletes what is not wanted any more of this system, and nothing of which it is not known to be of it. */
    private void tidy(BackupFolder backups, String system) {
        var unreadable = new ArrayList<Path>();
        var all = backups.of(system, key, unreadable::add);
        for (var file : unreadable) out.printf("ilgam: %s cannot be read with this key, and stays%n", file);
        var kept = all.subList(Math.max(0, all.size() - keep), all.size());
        for (var old : all.subList(0, all.size() - kept.size())) {
            BackupFolder.delete(old.file());
            out.println("ilgam: deleted " + old.file());
        }
        if (!pruneArchive) return;
        if (!unreadable.isEmpty()) out.println("ilgam: the archive stays as it is, as they may need it");
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

    /** For ./ilgam status. */
    private void note(Path taken) {
        try {
            Files.writeString(Status.lastBackup(data), "%s %s%n".formatted(Instant.now(), taken));
        } catch (IOException failure) {
            out.println("ilgam: could not note the backup: " + failure);
        }
    }

    /** For as long as the process runs. One that fails is told, and the next is tried when it is due. */
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
