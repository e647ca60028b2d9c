package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;

/**
 * Everything that is kept between runs. One launcher at a time holds a lock on it, which the operating system releases
 * when the launcher dies.
 */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            keepToOneself(folder);
            var data = new DataFolder(folder, locked(folder));
            Files.createDirectories(data.logs());
            Files.createDirectories(data.observe());
            data.clear(data.scratch());
            Files.createDirectories(data.scratch());
            return data;
        } catch (IOException failure) {
            throw CannotStart.failed("Cannot use %s as the data folder: %s.".formatted(folder, failure.getMessage()));
        }
    }

    /** Makes the folder readable by its owner only: it contains secrets, mails and all of the members' texts. */
    private static void keepToOneself(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static FileChannel locked(Path folder) throws IOException {
        var channel = FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) throw inUse(folder, channel);
        } catch (OverlappingFileLockException heldByThisProcess) {
            throw inUse(folder, channel);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static CannotStart inUse(Path folder, FileChannel channel) throws IOException {
        var pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        channel.close();
        var holder = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
        return CannotStart.failed(
                "Ilgam is already running on %s (process %s). Stop it first, or use --data and --port."
                        .formatted(folder, holder));
    }

    /** Outside the data folder, which may be lost as a whole. */
    static Path erasuresOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + "-erasures");
    }

    /** The file that marks incomplete data and says what to do about it. */
    static Path unfinished(Path folder) {
        return folder.resolve("unfinished");
    }

    Path folder() {
        return folder;
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** The folder for mails while no mail server is configured. */
    Path outbox() {
        return folder.resolve("outbox");
    }

    /** Configuration and data of Prometheus. */
    Path observe() {
        return folder.resolve("observe");
    }

    /** Temporary files of this run. */
    Path scratch() {
        return folder.resolve("tmp");
    }

    /** The description of the running system, for operators' commands and benchmarks. */
    Path running() {
        return folder.resolve("running.json");
    }

    /** The requested archive, or the one of the last start; "none" ends archiving. */
    Optional<Archive> archive(Optional<String> asked) {
        if (asked.isEmpty()) return Archive.of(folder);
        if (!asked.get().equals("none"))
            return Optional.of(Archive.in(Path.of(asked.get()).toAbsolutePath().normalize()));
        try {
            Files.deleteIfExists(folder.resolve(Archive.USED));
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Remembers the archive for the next start. */
    void remember(Archive archive) {
        write(folder.resolve(Archive.USED), archive.folder() + "\n");
    }

    /** Refuses incomplete data, which would otherwise look like an earlier or empty system. */
    void mustBeWhole() {
        mustBeWhole(folder);
    }

    static void mustBeWhole(Path folder) {
        try {
            var unfinished = unfinished(folder);
            if (Files.exists(unfinished))
                throw CannotStart.refused("%s is not whole. %s"
                        .formatted(folder, Files.readString(unfinished).strip()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Refuses another event store than that of the first start, because projections store positions in it. */
    void mustBelongTo(Options.Events events) {
        var file = folder.resolve("events");
        try {
            if (!Files.exists(file)) Files.writeString(file, events.toString());
            var began = Files.readString(file).strip();
            if (!began.equals(events.toString()))
                throw CannotStart.refused(
                        "The data in %s began with --events %s; use that, or another --data.".formatted(folder, began));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Replaces a file atomically, because others may be reading it. */
    void write(Path file, String content) {
        try {
            var fresh = scratch().resolve(file.getFileName());
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private void clear(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(running());
        lock.close();
    }
}
