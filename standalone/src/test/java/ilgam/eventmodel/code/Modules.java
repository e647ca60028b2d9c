package ilgam.eventmodel.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the contexts' code is, compiled and as source. */
public final class Modules {

    /** The repository. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final List<String> CONTEXTS = List.of("member", "work", "dashboard");

    private static final List<String> FOLDERS = List.of(
            "member-context/language",
            "member-context/replica",
            "member-context/service",
            "work-context/language",
            "work-context/replica",
            "work-context/service",
            "dashboard-context");

    private Modules() {}

    static List<Path> classes() {
        return FOLDERS.stream()
                .map(folder -> compiled(ROOT.resolve(folder).resolve("target/classes")))
                .toList();
    }

    private static Path compiled(Path classes) {
        if (!Files.isDirectory(classes)) throw new IllegalStateException(classes + " is missing: compile it first.");
        return classes;
    }

    static List<Path> sources() {
        return javaFiles("src/main/java");
    }

    static List<Path> tests() {
        return javaFiles("src/test/java");
    }

    /** The context that a package belongs to. */
    static String contextOf(String packageName) {
        return CONTEXTS.stream()
                .filter(context -> (packageName + ".").startsWith("ilgam." + context + "."))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(packageName + " is of no context"));
    }

    /** As documents name a file: from the repository's root, with slashes. */
    static String named(Path file) {
        return ROOT.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private static List<Path> javaFiles(String below) {
        return FOLDERS.stream()
                .map(folder -> ROOT.resolve(folder).resolve(below))
                .filter(Files::isDirectory)
                .flatMap(Modules::javaFilesIn)
                .sorted()
                .toList();
    }

    private static Stream<Path> javaFilesIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
