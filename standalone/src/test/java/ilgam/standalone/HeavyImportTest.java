package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ilgam.trial.Multipart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Imports files with lines of the greatest length: every item must arrive, and the service must survive. */
@Order(260)
class HeavyImportTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int LONGEST_LINE = 4 << 20;
    private static final String WORKFLOW = """
            {"statuses": [{"name": "Open", "category": "todo"}, {"name": "Done", "category": "done"}]}""";

    @TempDir
    Path folder;

    @Test
    @Tag("system")
    void some_lines_of_four_mebibytes_are_imported() throws IOException {
        imported(10);
    }

    @Test
    @Tag("long")
    void a_hundred_and_twenty_lines_of_four_mebibytes_are_imported() throws IOException {
        imported(120);
    }

    private void imported(int lines) throws IOException {
        var project = Ilgam.newKey();
        var processes = Ilgam.system().processes();
        var done = Import.begin(
                        Ilgam.admin(),
                        new Multipart()
                                .field("project", project)
                                .file("workflow", "workflow.json", WORKFLOW.getBytes(UTF_8))
                                .file("items", file(lines)))
                .finish(LIMIT);

        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.at("/items/done").asInt()).isEqualTo(lines);
        assertThat(done.path("rejected")).isEmpty();
        assertThat(done.path("notesTotal").asInt()).isGreaterThanOrEqualTo(lines);
        assertThat(Ilgam.system().processes()).isEqualTo(processes);
    }

    /** Characters that take three bytes in UTF-8 and two in memory. */
    private Path file(int lines) throws IOException {
        var file = folder.resolve("items.ndjson");
        try (var out = Files.newBufferedWriter(file)) {
            for (int n = 1; n <= lines; n++) {
                var head =
                        "{\"id\":\"A-%d\",\"kind\":\"task\",\"title\":\"Heavy %d\",\"created_at\":\"2024-01-01T00:00:00Z\",\"description\":\""
                                .formatted(n, n);
                var end = "\"}\n";
                out.write(head);
                out.write("가".repeat((LONGEST_LINE - head.length() - end.length()) / 3));
                out.write(end);
            }
        }
        return file;
    }
}
