package ilgam.standalone;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive in the build. */
record PostgresBinaries(Path folder) {

    static final String VERSION = "18";

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The programs installed on this machine, as in a container's image; otherwise those of the build. */
    static PostgresBinaries here() {
        var given = System.getProperty("ilgam.postgresql");
        return given == null ? unpackedIn(Checkout.find().cache()) : new PostgresBinaries(Path.of(given));
    }

    /** Unpacks in a separate process, because it needs more memory than the launcher has. */
    static PostgresBinaries unpackedIn(Path cache) {
        return unpacked(cache.resolve("postgresql-" + VERSION), System.getProperty("java.class.path"));
    }

    /** The programs of an earlier version, from another archive than that of the build. */
    static PostgresBinaries earlier(Path cache, String version, Path archive) {
        var classPath = archive + File.pathSeparator + System.getProperty("java.class.path");
        return unpacked(cache.resolve("postgresql-" + version), classPath);
    }

    private static PostgresBinaries unpacked(Path folder, String classPath) {
        if (Files.exists(folder)) return new PostgresBinaries(folder);
        try {
            var java = ProcessHandle.current().info().command().orElse("java");
            var unpack = new ProcessBuilder(
                            java,
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            classPath,
                            PostgresBinaries.class.getName(),
                            folder.toString())
                    .inheritIO()
                    .start();
            if (unpack.waitFor() != 0) throw CannotStart.failed("PostgreSQL could not be unpacked into " + folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
        return new PostgresBinaries(folder);
    }

    static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var fresh = Files.createTempDirectory(folder.getParent(), "postgresql-new");
        try (var archive = archive()) {
            unpack(archive, fresh);
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Folders.moveUnlessThere(fresh, folder);
    }

    private static InputStream archive() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var processor = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        var name = "postgres-%s-%s.txz".formatted(system, processor);
        var archive = PostgresBinaries.class.getClassLoader().getResourceAsStream(name);
        if (archive == null) throw CannotStart.failed("There is no PostgreSQL in this build for this machine: " + name);
        return archive;
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) throw new IOException("Outside the folder: " + entry.getName());
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(
                    file, file.resolveSibling(Path.of(entry.getLinkName()).getFileName()));
        } else {
            Files.copy(tar, file);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
