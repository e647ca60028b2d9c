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
 * A folder into which PostgreSQL puts its write-ahead log, a compressed file for each piece of it, so that a backup can be
 * brought to any instant since. It belongs to one cluster and its restored successors.
 */
public record Archive(Path folder) {

    /** The file in the data folder that names the archive. */
    static final String USED = "archive";

    private static final String OWNER = "system";

    /** A system that stands still fills no archive; one that is used loses a minute at most. */
    private static final int LONGEST_SECONDS = 60;

    /** The archive in this folder; what cannot be written into PostgreSQL's settings is refused. */
    public static Archive in(Path folder) {
        if (!folder.toString().matches("[^'\"%$`\\\\\\p{Cntrl}]+"))
            throw CannotStart.refused("The path of an archive has no quotes, $, % or backslashes: " + folder);
        return new Archive(folder);
    }

    /** The one that the system in this data folder uses. */
    public static Optional<Archive> of(Path data) {
        try {
            var used = Files.readString(data.resolve(USED)).strip();
            return Optional.of(new Archive(Path.of(used)));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The cluster that this one holds the log of. */
    public Optional<String> system() {
        try {
            return Optional.of(Files.readString(folder.resolve(OWNER)).strip());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Takes the log of this cluster from now on. Answers whether it is new. */
    boolean belongTo(Path postgres) {
        try {
            Files.createDirectories(folder);
            var system = identifierOf(postgres);
            var fresh = system().isEmpty();
            if (fresh) Files.writeString(folder.resolve(OWNER), system + "\n");
            if (!system().orElseThrow().equals(system))
                throw CannotStart.refused(
                        "%s is the archive of another system: say another --archive.".formatted(folder));
            tellHistories(postgres.resolve("pg_wal"));
            return fresh;
        } catch (IOException failure) {
            throw CannotStart.failed("Nothing can be archived in %s: %s".formatted(folder, failure));
        }
    }

    /** Which timeline branched off where is to be archived, too, though a restore has written it with the archive off. */
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

    /** The first eight bytes of the control file. */
    private static String identifierOf(Path postgres) throws IOException {
        try (var control = FileChannel.open(postgres.resolve("global/pg_control"), StandardOpenOption.READ)) {
            var bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
            control.read(bytes);
            return Long.toUnsignedString(bytes.flip().getLong());
        }
    }

    /**
     * Settings of PostgreSQL. A file appears in the archive only when all of it is on the disk, and none is ever
     * overwritten: the same one again, after a crash, is none again.
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

    /** The command by which PostgreSQL fetches a file of the log. */
    public String restoreCommand() {
        return "test -f \"%1$s/%%f.gz\" && gzip -dc \"%1$s/%%f.gz\" >\"%%p\"".formatted(folder);
    }

    /** Deletes what only backups need that are gone: the files before this one, on whichever timeline. */
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
