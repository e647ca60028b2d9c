package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A folder into which PostgreSQL archives its write-ahead log in compressed files, so that a backup can be recovered to
 * any later instant. It belongs to one cluster and the clusters restored from it.
 */
public record Archive(Path folder) {

    /** The file in the data folder that names its archive. */
    static final String USED = "archive";

    private static final String OWNER = "system";

    /** PostgreSQL's archive_timeout: a crash loses at most a minute of the log. An idle system archives nothing. */
    private static final int LONGEST_SECONDS = 60;

    /** The archive in this folder; refuses a path that cannot be written into PostgreSQL's settings. */
    public static Archive in(Path folder) {
        if (!folder.toString().matches("[^'\"%$`\\\\\\p{Cntrl}]+"))
            throw CannotStart.refused("The path of an archive has no quotes, $, % or backslashes: " + folder);
        return new Archive(folder);
    }

    /** The archive of the system in this data folder. */
    public static Optional<Archive> of(Path data) {
        try {
            var used = Files.readString(data.resolve(USED)).strip();
            return Optional.of(new Archive(Path.of(used)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The identifier of the cluster whose log this archive has. */
    public Optional<String> system() {
        try {
            return Optional.of(Files.readString(folder.resolve(OWNER)).strip());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Assigns the archive to this cluster; returns whether it was empty. */
    boolean belongTo(Path postgres) {
        try {
            Files.createDirectories(folder);
            var system = identifierOf(postgres);
            var fresh = system().isEmpty();
            if (fresh) Files.writeString(folder.resolve(OWNER), system + "\n");
            if (!system().orElseThrow().equals(system))
                throw CannotStart.refused(
                        "%s is the archive of another system: use another --archive.".formatted(folder));
            tellHistories(postgres.resolve("pg_wal"));
            return fresh;
        } catch (IOException failure) {
            throw CannotStart.failed("Nothing can be archived in %s: %s".formatted(folder, failure));
        }
    }

    /** Archives timeline history files, too, because a restore writes them while archiving is off. */
    private void tellHistories(Path log) throws IOException {
        List<String> histories;
        try (var files = Files.list(log)) {
            histories = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".history"))
                    .toList();
        }
        for (var history : histories) {
            var ready = log.resolve("archive_status").resolve(history + ".ready");
            if (Files.notExists(folder.resolve(history + ".gz")) && Files.notExists(ready)) Files.createFile(ready);
        }
    }

    /** The system identifier: the first eight bytes of the control file. */
    private static String identifierOf(Path postgres) throws IOException {
        try (var control = FileChannel.open(postgres.resolve("global/pg_control"), StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
            control.read(bytes);
            return Long.toUnsignedString(bytes.flip().getLong());
        }
    }

    /**
     * PostgreSQL's settings for archiving. A file appears in the archive only once it is completely on disk, and is
     * never overwritten; archiving an identical file again, after a crash, succeeds.
     */
    String settings() {
        return """
                archive_mode = on
                archive_timeout = %1$ds
                archive_command = 'f="%2$s/%%f.gz"; \
                if [ -e "$f" ]; then gzip -dc "$f" | cmp -s - "%%p"; \
                else gzip -n -1 <"%%p" >"$f.part" && sync "$f.part" && mv "$f.part" "$f" && sync "%2$s"; fi'
                """.formatted(LONGEST_SECONDS, folder);
    }

    /** The command with which PostgreSQL fetches a file of the log. */
    public String restoreCommand() {
        return "test -f \"%1$s/%%f.gz\" && gzip -dc \"%1$s/%%f.gz\" >\"%%p\"".formatted(folder);
    }

    /** Deletes the files before this one on all timelines, which only deleted backups need. */
    public void forgetBefore(String wal) {
        var first = wal.substring(8);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.matches("[0-9A-F]{24}\\.gz") && name.substring(8, 24).compareTo(first) < 0) Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
