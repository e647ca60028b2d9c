package ilgam.standalone;

import java.time.Duration;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ilgam.trial.Multipart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@Tag("system")
@Order(100)
class ImportTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource({"servicenow-200, SN", "titanium-200, TIMOB"})
    void an_imported_history_gives_exactly_the_figures_of_its_files(String sample, String project) {
        var set = SampleSet.read("samples/" + sample);
        var done = Import.begin(Ilgam.admin(), set.upload(null)).finish(LIMIT);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("items").path("done").asInt()).isEqualTo(200);
        assertThat(done.path("events").path("done").asInt()).isEqualTo(set.events());
        assertThat(done.path("rejected")).isEmpty();
        new Figures(Ilgam.admin(), project).mustEqual(new Truths(set), LIMIT);
    }

    @Test
    void importing_the_same_files_again_changes_nothing() {
        var set = SampleSet.read("samples/servicenow-200");
        var project = Ilgam.newKey();
        Import.begin(Ilgam.admin(), set.upload(project)).finish(LIMIT);
        var again = Import.begin(Ilgam.admin(), set.upload(project)).finish(LIMIT);
        assertThat(again.path("state").asString()).isEqualTo("done");
        assertThat(again.path("items").path("unchanged").asInt()).isEqualTo(200);
        new Figures(Ilgam.admin(), project).mustEqual(new Truths(set), LIMIT);
    }

    @Test
    void an_imported_item_is_found_by_its_source_key_and_keeps_actors_and_times() {
        var set = SampleSet.read("samples/servicenow-200");
        var project = Ilgam.newKey();
        Import.begin(Ilgam.admin(), set.upload(project)).finish(LIMIT);
        var source = set.items().getFirst();
        var found = Ilgam.admin()
                .get("/api/work-items?project=%s&text=%s".formatted(project, source.id()))
                .expect(200);
        assertThat(found.text("items", 0, "sourceKey")).isEqualTo(source.id());
        assertThat(found.text("items", 0, "kind")).isEqualTo("issue");
        var history = Ilgam.admin()
                .get("/api/issues/" + found.text("items", 0, "key") + "/history?limit=200")
                .expect(200);
        assertThat(history.text("items", 0, "at")).isEqualTo(source.createdAt().toString());
        assertThat(history.text("items", 0, "source")).startsWith("import:");
        var actor = history.text("items", 0, "actor");
        assertThat(Ilgam.admin()
                        .get("/api/members?limit=200&q=opener")
                        .expect(200)
                        .body())
                .contains(actor);
    }

    @Test
    void a_bad_line_is_rejected_and_the_rest_is_imported() {
        var project = Ilgam.newKey();
        var form = new Multipart()
                .field("project", project)
                .file("workflow", "workflow.json", """
                        {"statuses":[{"name":"Open","category":"todo"},{"name":"Closed","category":"done"}]}
                        """.getBytes(UTF_8))
                .file("items", "items.ndjson", """
                        {"id":"A-1","project":"A","kind":"bug","title":"Good","created_at":"2020-01-01T00:00:00Z","reporter":"member-1"}
                        this is not JSON
                        {"id":"A-2","project":"A","kind":"bug","title":"Good too","created_at":"2020-01-02T00:00:00Z","reporter":"member-1"}
                        """.getBytes(UTF_8))
                .file("events", "events.ndjson", """
                        {"item_id":"A-1","seq":0,"at":"2020-01-01T00:00:00Z","actor":"member-1","field":"created","from":null,"to":null}
                        {"item_id":"A-2","seq":0,"at":"2020-01-02T00:00:00Z","actor":"member-1","field":"created","from":null,"to":null}
                        {"item_id":"A-9","seq":0,"at":"2020-01-02T00:00:00Z","actor":"member-1","field":"created","from":null,"to":null}
                        """.getBytes(UTF_8));
        var done = Import.begin(Ilgam.admin(), form).finish(LIMIT);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("items").path("done").asInt()).isEqualTo(2);
        var rejected = done.path("rejected");
        assertThat(rejected.toString()).contains("\"line\":2").contains("items");
        assertThat(rejected.size()).isEqualTo(2);
    }

    @Test
    void values_that_the_api_would_refuse_are_tidied_and_noted() {
        var form = new Multipart()
                .field("project", Ilgam.newKey())
                .file("workflow", "workflow.json", """
                        {"statuses":[{"name":"Open","category":"todo"},{"name":"Closed","category":"done"}]}
                        """.getBytes(UTF_8))
                .file("items", "items.ndjson", """
                        {"id":"A-1","project":"A","kind":"bug","title":"Good","created_at":"2020-01-01T00:00:00Z","reporter":" ","assignee":"%s"}
                        """.formatted("x".repeat(320)).getBytes(UTF_8))
                .file("events", "events.ndjson", new byte[0]);
        var done = Import.begin(Ilgam.admin(), form).finish(LIMIT);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("items").path("done").asInt()).isEqualTo(1);
        assertThat(done.path("rejected")).isEmpty();
        assertThat(done.path("notesTotal").asInt()).isEqualTo(2);
        assertThat(done.path("notes").toString())
                .contains("reporter", "assignee")
                .doesNotContain("xxx");
    }

    @Test
    void a_member_may_not_import() {
        var set = SampleSet.read("samples/servicenow-200");
        Ilgam.member("Hedy Lamarr")
                .upload("/api/imports", set.upload(Ilgam.newKey()))
                .expect(403);
    }
}
