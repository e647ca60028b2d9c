package ilgam.standalone.recovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import ilgam.standalone.CannotStart;

/** Reads a backup and verifies every byte; names the file that is damaged. */
final class BackupReader implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final ZipFile zip;
    private final @Nullable Key key;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip, @Nullable Key key) {
        this.file = file;
        this.zip = zip;
        this.key = key;
        this.manifest = readManifest();
    }

    static BackupReader open(Path file, @Nullable Key key) {
        if (!Files.isRegularFile(file)) throw CannotStart.refused("There is no backup %s.".formatted(file));
        if (file.toString().endsWith(BackupWriter.PART))
            throw CannotStart.refused("%s was never finished: take another backup.".formatted(file));
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException failure) {
            throw CannotStart.failed("%s is no backup of Ilgam, or the list of files at its end is damaged: %s"
                    .formatted(file, failure.getMessage()));
        }
        try {
            return new BackupReader(file, zip, keyFor(zip, file, key));
        } catch (RuntimeException failure) {
            closeQuietly(zip);
            throw failure;
        }
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException ignored) {
            // nothing was written
        }
    }

    /** The given key if the backup is encrypted with it; null if it is not encrypted. */
    private static @Nullable Key keyFor(ZipFile zip, Path file, @Nullable Key given) {
        var comment = zip.getComment();
        if (comment == null || !comment.startsWith(BackupWriter.PLAIN))
            throw CannotStart.failed("%s is no backup of Ilgam, or its end is damaged.".formatted(file));
        if (!comment.startsWith(BackupWriter.ENCRYPTED)) return null;
        if (given == null) throw CannotStart.refused("%s is encrypted: use --key-file.".formatted(file));
        var by = comment.substring(BackupWriter.ENCRYPTED.length());
        if (!by.equals(given.fingerprint()))
            throw CannotStart.refused(
                    "%s was encrypted by another key: by %s, this one is %s.".formatted(file, by, given.fingerprint()));
        return given;
    }

    Manifest manifest() {
        return manifest;
    }

    /** Verifies the whole backup. */
    void verify() {
        try {
            for (var entry : manifest.files()) copy(entry, OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    Manifest.File file(String name) {
        return manifest.files().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> damaged(name, "it is missing"));
    }

    /** Writes one file to the stream. The data is verified only when this returns. */
    void read(String name, OutputStream to) throws IOException {
        copy(file(name), to);
    }

    byte[] bytes(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        read(name, bytes);
        return bytes.toByteArray();
    }

    /** Writes all files into a folder, readable by its owner only. */
    void unpack(Path folder) {
        try {
            for (var entry : zip.stream().filter(ZipEntry::isDirectory).toList())
                folder(within(folder, entry.getName()));
            for (var entry : manifest.files()) {
                var to = within(folder, entry.name());
                folder(Objects.requireNonNull(to.getParent()));
                Files.createFile(to, onlyOwner("rw-------"));
                try (var out = Files.newOutputStream(to)) {
                    copy(entry, out);
                }
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, onlyOwner("rwx------"));
    }

    private static FileAttribute<?> onlyOwner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static Path within(Path folder, String name) throws IOException {
        var path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) throw new IOException("Outside the folder: " + name);
        return path;
    }

    private void copy(Manifest.File entry, OutputStream to) throws IOException {
        var inZip = zip.getEntry(entry.name());
        if (inZip == null) throw damaged(entry.name(), "it is missing");
        var digest = new Digest();
        try (var content = content(inZip)) {
            var buffer = new byte[BUFFER];
            for (var read = read(entry, content, buffer); read >= 0; read = read(entry, content, buffer)) {
                digest.update(buffer, read);
                to.write(buffer, 0, read);
            }
        }
        if (digest.size() != entry.size())
            throw damaged(entry.name(), "it has %d bytes, not %d".formatted(digest.size(), entry.size()));
        if (!digest.sha256().equals(entry.sha256())) throw damaged(entry.name(), "its SHA-256 differs");
    }

    private int read(Manifest.File entry, InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException failure) {
            throw damaged(entry.name(), "it cannot be read");
        }
    }

    private InputStream content(ZipEntry entry) throws IOException {
        try {
            var content = zip.getInputStream(entry);
            return key == null ? content : new InflaterInputStream(key.decrypting(content, entry.getName()));
        } catch (IOException failure) {
            throw damaged(entry.getName(), "it cannot be read");
        }
    }

    private Manifest readManifest() {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null)
            throw CannotStart.failed("%s is no backup of Ilgam: it has no %s.".formatted(file, Manifest.NAME));
        try (var content = content(entry)) {
            var json = content.readAllBytes();
            if (key == null && crc(json) != entry.getCrc()) throw damaged(Manifest.NAME, "its checksum differs");
            var read = Manifest.of(json);
            if (read.format() != Manifest.FORMAT)
                throw CannotStart.failed("%s has a format that this version does not know.".formatted(file));
            return read;
        } catch (IOException | JacksonException failure) {
            throw damaged(Manifest.NAME, "it cannot be read");
        }
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private CannotStart damaged(String name, String how) {
        return CannotStart.failed("%s is damaged: of %s, %s.".formatted(file, name, how));
    }

    private CannotStart unreadable(IOException failure) {
        return CannotStart.failed("%s could not be read or written: %s".formatted(file, failure));
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }
}
