package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's unpacked jar, created once per build before the first start, and a JDK ahead-of-time cache, created in
 * the background. Without the cache, a service only starts more slowly.
 *
 * <p>A service does not run from its packed jar: Spring Boot's locks for nested jars can deadlock virtual threads when
 * the first requests load classes at the same time.
 */
record WarmStart(Path shelf, String build, Path jar) {

    private static final String CACHE = "classes.aot";

    /** The folder for this jar; another build, JVM or memory setting has another folder. */
    static WarmStart of(Path cache, Service service, Path jar) {
        var build = "%08x-%08x-%s"
                .formatted(
                        contents(jar),
                        service.memory().hashCode(),
                        Runtime.version().toString().replaceAll("[^0-9.]", "-"));
        return new WarmStart(cache.resolve("warm").resolve(service.name()), build, jar);
    }

    /** A digest of the contents, because builds are reproducible and different jars may have the same time and size. */
    private static long contents(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var sum = new CRC32();
            zip.stream()
                    .map(entry -> entry.getName() + entry.getCrc())
                    .forEach(entry -> sum.update(entry.getBytes(StandardCharsets.UTF_8)));
            return sum.getValue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path folder() {
        return shelf.resolve(build);
    }

    boolean unpacked() {
        return Files.exists(folder());
    }

    /** Whether the jar is unpacked and the cache exists. */
    boolean ready() {
        return Files.exists(folder().resolve(CACHE));
    }

    /** The arguments after {@code java} and its memory settings that run the service. */
    List<String> arguments() {
        if (!ready()) return List.of("-jar", unpackedJar());
        return List.of(
                "-XX:AOTCache=" + folder().resolve(CACHE), "-Xlog:aot=off", "-Xlog:cds=off", "-jar", unpackedJar());
    }

    private String unpackedJar() {
        return folder().resolve(jar.getFileName()).toString();
    }

    /** The arguments after {@code java} that unpack the jar into a temporary folder, until {@link #place}. */
    List<String> unpackInto(Path fresh) {
        return List.of(
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", fresh.toString());
    }

    /**
     * The arguments after {@code java} that create the cache under a temporary name, until {@link #adopt}. The cache
     * contains the paths it was created with, so the jar must be in its final place.
     */
    List<String> train() {
        return List.of(
                "-XX:AOTCacheOutput=" + folder().resolve("new.aot"),
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "-Dspring.context.exit=onRefresh",
                "-jar",
                unpackedJar());
    }

    /** Moves the unpacked jar into its place, unless another start was first, and deletes those of earlier builds. */
    void place(Path fresh) throws IOException {
        for (var earlier : builds()) if (!earlier.equals(folder())) Folders.remove(earlier);
        Files.createDirectories(shelf);
        Folders.moveUnlessThere(fresh, folder());
    }

    private List<Path> builds() throws IOException {
        if (!Files.exists(shelf)) return List.of();
        try (var folders = Files.list(shelf)) {
            return folders.toList();
        }
    }

    void adopt() throws IOException {
        var made = folder().resolve("new.aot");
        if (Files.exists(made)) Files.move(made, folder().resolve(CACHE), StandardCopyOption.ATOMIC_MOVE);
    }
}
