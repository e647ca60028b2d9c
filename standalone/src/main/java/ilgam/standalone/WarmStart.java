package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's classes, loaded and linked beforehand: an unpacked jar with a JDK ahead-of-time cache beside it. Made once
 * per build, in the background; without it a service starts as well, only slower.
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

    boolean ready() {
        return Files.exists(folder().resolve(CACHE));
    }

    /** What goes behind {@code java} and its memory settings to run the service. */
    List<String> arguments() {
        if (!ready()) return List.of("-jar", jar.toString());
        return List.of("-XX:AOTCache=" + folder().resolve(CACHE), "-Xlog:aot=off", "-Xlog:cds=off", "-jar", unpacked());
    }

    private String unpacked() {
        return folder().resolve(jar.getFileName()).toString();
    }

    /** The steps that make it, in a folder of its own until {@link #adopt}. */
    List<String> unpackInto(Path fresh) {
        return List.of(
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination", fresh.toString());
    }

    /** The cache remembers the paths it was made with: hence the unpacked jar stands at its last place by now. */
    List<String> train() {
        return List.of(
                "-XX:AOTCacheOutput=" + folder().resolve("new.aot"),
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "-Dspring.context.exit=onRefresh",
                "-jar",
                unpacked());
    }

    void place(Path fresh) throws IOException {
        forget(shelf);
        Files.createDirectories(shelf);
        Files.move(fresh, folder(), StandardCopyOption.ATOMIC_MOVE);
    }

    void adopt() throws IOException {
        var made = folder().resolve("new.aot");
        if (Files.exists(made)) Files.move(made, folder().resolve(CACHE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Those of earlier builds. */
    private static void forget(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
