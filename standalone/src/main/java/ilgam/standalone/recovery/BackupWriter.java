package ilgam.standalone.recovery;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Writes a backup: a zip file whose last entry is its {@link Manifest}. With a key, each entry contains compressed and
 * then encrypted content. The file's name ends in {@code .part} until it is completely on disk.
 */
final class BackupWriter implements AutoCloseable {

    static final String PART = ".part";
    static final String PLAIN = "ilgam";
    static final String ENCRYPTED = "ilgam, encrypted by key ";

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path file;
    private final Path part;
    private final @Nullable Key key;
    private final Space space;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final List<Manifest.File> files = new ArrayList<>();
    private boolean whole;

    BackupWriter(Path folder, Path file, @Nullable Key key) throws IOException {
        this.folder = folder;
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + PART);
        this.key = key;
        this.space = new Space(folder);
        this.channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.zip =
                new ZipOutputStream(new Bounded(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 20)));
        zip.setLevel(key == null ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION);
        zip.setComment(key == null ? PLAIN : ENCRYPTED + key.fingerprint());
    }

    void folder(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name + "/"));
        zip.closeEntry();
    }

    /** Adds a file as far as it exists; a file that was deleted meanwhile is left out. */
    void file(String name, Path source) throws IOException {
        try (var content = Files.newInputStream(source)) {
            files.add(write(name, content));
        } catch (NoSuchFileException gone) {
            // PostgreSQL deletes files while it runs, and its log repeats that in a recovery
        }
    }

    void file(String name, byte[] content) throws IOException {
        files.add(write(name, new ByteArrayInputStream(content)));
    }

    void file(String name, InputStream content) throws IOException {
        files.add(write(name, content));
    }

    List<Manifest.File> files() {
        return files;
    }

    /** Gives the complete backup its final name. */
    void finish(Manifest manifest) throws IOException {
        write(Manifest.NAME, new ByteArrayInputStream(manifest.json()));
        zip.finish();
        zip.flush();
        channel.force(true);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
        whole = true;
    }

    private Manifest.File write(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digest = new Digest();
        try (var to = entry(name)) {
            var buffer = new byte[BUFFER];
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, read);
                to.write(buffer, 0, read);
            }
        }
        zip.closeEntry();
        return new Manifest.File(name, digest.size(), digest.sha256());
    }

    private OutputStream entry(String name) throws IOException {
        var inZip = new Kept(zip);
        if (key == null) return inZip;
        deflater.reset();
        return new DeflaterOutputStream(key.encrypting(inZip, name), deflater, BUFFER);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        channel.close();
        if (!whole) Files.deleteIfExists(part);
    }

    /** Keeps the zip open when an entry's stream is closed. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // closed by its owner
        }
    }

    /** Checks at an interval of bytes whether the disk has enough space. */
    private final class Bounded extends FilterOutputStream {

        private static final long EVERY = 32L << 20;

        private long untilLook = EVERY;

        Bounded(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            untilLook -= length;
            if (untilLook > 0) return;
            untilLook = EVERY;
            space.mustBeLeft("The backup");
        }
    }
}
