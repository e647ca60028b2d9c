package ilgam.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader who looks a term up finds the code that the glossary names for it. */
class GlossaryTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SOURCES = "/src/main/";
    private static final Pattern NAME = Pattern.compile("(table )?`([^`]+)`");
    private static final Pattern TABLE = Pattern.compile("(create|drop) table (?:if (?:not )?exists )?(\\w+)");

    private final List<Path> sources = sources();
    private final Set<String> classes = classes();
    private final Set<String> tables = tables();

    @Test
    void every_row_has_a_term_both_languages_a_meaning_and_code() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(row).hasSize(4).noneMatch(String::isBlank));
        assertThat(rows().map(List::getFirst)).doesNotHaveDuplicates();
    }

    @Test
    void everything_that_the_last_column_names_exists() throws IOException {
        var names = rows().flatMap(row -> NAME.matcher(row.getLast()).results());
        assertThat(names.filter(name -> !exists(name)).map(MatchResult::group))
                .as("names in docs/glossary.md of which the code knows nothing")
                .isEmpty();
    }

    private boolean exists(MatchResult match) {
        var name = match.group(2);
        if (match.group(1) != null) return tables.contains(name);
        if (name.startsWith("ilgam.")) return isPackage(name);
        return classes.contains(name) || Files.exists(ROOT.resolve(name));
    }

    private boolean isPackage(String name) {
        var folder = SOURCES + "java/" + name.replace('.', '/') + "/";
        return sources.stream().anyMatch(source -> source.toString().contains(folder));
    }

    private static Stream<List<String>> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/glossary.md")).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                        .map(String::strip)
                        .toList())
                .filter(row -> !row.getFirst().equals("Term"));
    }

    private static List<Path> sources() {
        return Stream.of(
                        "service-starter",
                        "member-context",
                        "work-context",
                        "dashboard-context",
                        "gateway/src",
                        "standalone/src",
                        "trial/src")
                .flatMap(folder -> filesIn(ROOT.resolve(folder)).stream())
                .filter(file -> file.toString().contains(SOURCES))
                .toList();
    }

    private static List<Path> filesIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> classes() {
        return sources.stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(".java"))
                .map(file -> file.substring(0, file.length() - ".java".length()))
                .collect(toSet());
    }

    /** What a migration makes and none takes away. */
    private Set<String> tables() {
        var byVerb = sources.stream()
                .filter(file -> file.toString().endsWith(".sql"))
                .flatMap(file -> TABLE.matcher(textOf(file)).results())
                .collect(Collectors.groupingBy(
                        match -> match.group(1), Collectors.mapping(match -> match.group(2), toSet())));
        var made = byVerb.getOrDefault("create", Set.of());
        return made.stream()
                .filter(table -> !byVerb.getOrDefault("drop", Set.of()).contains(table))
                .collect(toSet());
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
