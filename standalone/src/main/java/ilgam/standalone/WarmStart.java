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
 * A service's classes as they are run: an unpacked jar, made once per build before the first start, and beside it a JDK
 * ahead-of-time cache, made in the background; without the cache a service starts as well, only slower.
 *
 * <p>A service is not run from its packed jar: the locks by which Spring Boot reads nested jars can hold up every
 * virtual thread for good when the first requests load classes at the same time.
 */
record WarmStart(Path shelf, String build, Path jar) {

    private static final String CACHE = "classes.aot";

    /** Where it is, or will be, for this jar: another build, JVM or memory setting gets another folder. */
    static WarmStart of(Path cache, Service service, Path jar) {
        var build = "%08x-%08x-%s"
                .formatted(
                        contents(jar),
                        service.memory().hashCode(),
                        Runtime.version().toString().replaceAll("[^0-9.]", "-"));
        return new WarmStart(cache.resolve("warm").resolve(service.name()), build, jar);
    }

    /** Builds are reproducible, so two different jars may have the same time and size: the contents decide. */
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

    /** Whether it is unpacked and has its cache. */
    boolean ready() {
        return Files.exists(folder().resolve(CACHE));
    }

    /** What goes behind {@code java} and its memory settings to run the service. */
    List<String> arguments() {
        if (!ready()) return List.of("-jar", unpackedJar());
        return List.of(
                "-XX:AOTCache=" + folder().resolve(CACHE), "-Xlog:aot=off", "-Xlog:cds=off", "-jar", unpackedJar());
    }

    private String unpackedJar() {
        return folder().resolve(jar.getFileName()).toString();
    }

    /** What goes behind {@code java} to unpack it, in a folder of its own until {@link #place}. */
    List<String> unpackInto(Path fresh) {
        return List.of(
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", fresh.toString());
    }

    /**
     * What goes behind {@code java} to make the cache, until {@link #adopt} under another name. It remembers the paths
     * it was made with: hence the unpacked jar stands at its place by now.
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

    /** Puts what was unpacked in its place, unless another start was faster, and removes that of earlier builds. */
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
