package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.standalone.CannotStart;

/** A folder of backups, possibly of several systems, each named by its instant. Other files in it are never touched. */
record BackupFolder(Path path) {

    static final String TRIAL = ".trial";

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern WHOLE = Pattern.compile("ilgam-\\d{8}T\\d{6}Z\\.zip");
    private static final Pattern LEFTOVER = Pattern.compile("ilgam-\\d{8}T\\d{6}Z\\.zip\\.(part|trial)");

    static BackupFolder at(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new BackupFolder(path);
    }

    Path newFile(Instant now) {
        return path.resolve("ilgam-%s.zip".formatted(INSTANT.format(now)));
    }

    /** The complete backups, oldest first. */
    List<Path> backups() {
        return matching(WHOLE);
    }

    Optional<Path> newest() {
        return backups().reversed().stream().findFirst();
    }

    /** A backup and its manifest. */
    record Kept(Path file, Manifest manifest) {}

    /**
     * The backups of one system, oldest first.
     *
     * @param unreadable accepts backups that this key cannot decrypt, which may be of any system
     */
    List<Kept> of(String system, @Nullable Key key, Consumer<Path> unreadable) {
        var all = new ArrayList<Kept>();
        for (var file : backups())
            try (var backup = BackupReader.open(file, key)) {
                if (backup.manifest().system().equals(system)) all.add(new Kept(file, backup.manifest()));
            } catch (CannotStart damagedOrOfAnotherKey) {
                unreadable.accept(file);
            }
        return all;
    }

    /**
     * Locks the folder until the channel is closed, and deletes partial files of runs that died.
     *
     * @throws CannotStart if another process has the lock
     */
    FileChannel hold() {
        try {
            var lock = FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw CannotStart.failed("Another backup is being written into %s.".formatted(path));
            }
            matching(LEFTOVER).forEach(BackupFolder::delete);
            return lock;
        } catch (IOException failure) {
            throw CannotStart.failed("Nothing can be written into %s: %s".formatted(path, failure.getMessage()));
        }
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private List<Path> matching(Pattern names) {
        try (var files = Files.list(path)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void delete(Path path) {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
