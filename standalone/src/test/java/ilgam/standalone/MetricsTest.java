package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.Client;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs after most other tests, so that their requests are in the metrics. */
@Tag("system")
@Order(900)
class MetricsTest {

    private static final List<String> PROCESSES =
            List.of("member-context", "work-context", "dashboard-context", "gateway");

    /** A row of the table: the name in backticks first. */
    private static final Pattern ROW = Pattern.compile("^\\| `(ilgam_[a-z_]+)` \\|");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");

    private static String project = "";

    @BeforeAll
    static void use_the_system() {
        var member = Ilgam.member("Ada Countless");
        project = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", project, "name", "Countless", "visibility", "open"))
                .expect(201);
        member.post("/api/tasks", Map.of("project", project, "title", "To be counted"))
                .expect(201);
        member.post("/api/tasks/" + project + "-1/comments", Map.of("text", "Counted indeed"))
                .expect(201);
        member.get("/api/members?q=Countless").expect(200);
    }

    @Test
    void the_document_lists_exactly_our_metrics() throws IOException {
        var shown = PROCESSES.stream()
                .flatMap(MetricsTest::types)
                .filter(name -> name.startsWith("ilgam_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented()).isEqualTo(shown);
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .map(ROW::matcher)
                .filter(row -> row.find())
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The metrics that have a type in the exposition format. */
    private static Stream<String> types(String process) {
        return scrape(process)
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2]);
    }

    @Test
    void labels_have_no_person_item_or_id() {
        for (var process : PROCESSES) {
            var scrape = scrape(process);
            for (var personal : Ilgam.personal()) assertThat(scrape).as(process).doesNotContain(personal);
            assertThat(scrape)
                    .as(process)
                    .doesNotContain(project + "-1")
                    .doesNotContain('"' + project + '"')
                    .doesNotContain("Countless")
                    .doesNotContain("To be counted")
                    .doesNotContainPattern(ID);
        }
    }

    private static String scrape(String process) {
        return new Client(Ilgam.system().management(process))
                .get("/actuator/prometheus")
                .expect(200)
                .body();
    }
}
