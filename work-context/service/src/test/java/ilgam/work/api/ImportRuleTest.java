package ilgam.work.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;

import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberId;
import ilgam.starter.test.Sweeps;
import ilgam.work.imports.source.AnyJson;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** No item of an import is lost for the sake of a field. */
class ImportRuleTest extends Office {

    private static final String WORKFLOW = """
            {"statuses":[{"name":"Open","category":"todo"},{"name":"Done","category":"done"}],"zone":"Asia/Seoul",
             "priorities":{"Chartreuse":"HIGH"}}""";

    @Autowired
    private JdbcClient db;

    @Autowired
    private EventGateway events;

    @Autowired
    private ApplicationContext application;

    @Test
    void the_key_of_an_imported_project_that_is_hidden_by_now_is_taken_as_any_other() {
        var project = newKey();
        var item = "{\"id\":\"A-1\",\"title\":\"One\",\"created_at\":\"2024-02-01\"}\n";
        var ada = manager();
        upload(ada, project, item).finish();
        ada.patch("/api/projects/" + project, "{'visibility': 'private'}");

        var refused = upload(manager(), project, item).send();

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("key-taken");
    }

    private static ImportUpload upload(Client by, String project, String items) {
        return new ImportUpload(by).project(project).part("workflow", WORKFLOW).part("items", items);
    }

    @Test
    void an_item_with_nothing_right_is_taken_and_each_value_is_noted() {
        var manager = manager();
        var project = newKey();
        var run = new ImportUpload(manager)
                .project(project)
                .part("workflow", "\uFEFF" + WORKFLOW)
                .part("items", """
                        \uFEFF{"id":"A-1","kind":null,"title":"\\u001b[1m\\u0000","description":["\\u0000"],"created_at":"soon","reporter":" ","assignee":{"x":1},"priority":"Mauve","severity":"odd","resolution":"\\u200b","labels":["","\\u0000"],"parent":"A-1","status":"Gone","links":["\\u0000"],"watchers":["Eve <eve@example.org>"],"note":"a\\u0000b \\ud83d"}
                        """)
                .part("events", """
                        {"item_id":"A-1","seq":"x","at":"2024-02-01","actor":" ","field":"status","from":null,"to":"Gone"}
                        {"item_id":"A-1","seq":1,"at":"2024-02-02T00:00:00","actor":null,"field":"cc","from":null,"to":"dan@example.org"}
                        """)
                .finish();

        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        assertThat(run.path("rejected")).isEmpty();
        assertThat(run.at("/items/done").asInt()).isEqualTo(1);
        assertThat(run.path("notesTotal").asInt()).isEqualTo(run.path("notes").size());
        assertThat(texts(run.path("notes"), "field"))
                .contains(
                        "kind",
                        "title",
                        "description",
                        "created_at",
                        "reporter",
                        "assignee",
                        "priority",
                        "severity",
                        "resolution",
                        "labels",
                        "parent",
                        "status",
                        "links",
                        "watchers",
                        "to",
                        "seq",
                        "actor",
                        "cc");
        assertThat(texts(run.path("notes"), "reason").stream().filter("zone-assumed"::equals))
                .as("once a file")
                .hasSize(1);
        assertThat(run.toString()).doesNotContain("eve@", "dan@");

        var key = key(manager, project, "A-1");
        var item = manager.get("/api/work-items/" + key).body();
        assertThat(item.path("title").asString()).isEqualTo("A-1");
        assertThat(item.path("createdAt").asString()).isEqualTo("2024-01-31T15:00:00Z");
        assertThat(item.path("parent").isNull() || item.path("parent").isMissingNode())
                .isTrue();
        var history = manager.get("/api/work-items/" + key + "/history?limit=200");
        assertThat(history.status()).isEqualTo(200);
        assertThat(history.response().body())
                .contains("Mauve", "soon", "[hidden]")
                .doesNotContain("eve@", "dan@");
        assertThat(db.sql("select value from import_personal")
                        .query(String.class)
                        .list())
                .anyMatch(value -> value.contains("eve@example.org"))
                .anyMatch(value -> value.contains("dan@example.org"));
    }

    @Test
    void only_lines_that_tell_of_nothing_are_rejected_and_they_do_not_count() {
        var run = new ImportUpload(manager())
                .project(newKey())
                .part("workflow", WORKFLOW)
                .part("items", """
                        {"id":"A-1","title":"One","created_at":"2024-01-01T00:00:00Z"}
                        no JSON
                        {"title":"nobody"}
                        {"id":"A-1","title":"again"}
                        """)
                .part("events", """
                        {"item_id":"A-9","at":"2024-01-01T00:00:00Z","field":"touch"}
                        {"item_id":"A-1","field":"touch"}
                        {"item_id":"A-1","at":"2024-01-01T00:00:00Z","field":"touch"}
                        """)
                .finish();

        assertThat(run.path("rejectedTotal").asInt()).isEqualTo(5);
        assertThat(texts(run.path("rejected"), "cause"))
                .containsExactly("not-json", "no-id", "id-again", "unknown-item", "no-time");
        assertThat(run.path("rejected"))
                .extracting(line -> line.path("values").toString())
                .containsExactly(
                        "{}", "{\"field\":\"id\"}", "{\"id\":\"A-1\"}", "{\"item\":\"A-9\"}", "{\"field\":\"at\"}");
        assertThat(run.path("items").toString()).isEqualTo("{\"total\":1,\"done\":1,\"unchanged\":0}");
        assertThat(run.path("events").toString()).isEqualTo("{\"total\":1,\"done\":1}");
    }

    @Test
    void notes_are_counted_in_full_and_none_hides_another_sort() {
        var items = new StringBuilder();
        IntStream.rangeClosed(1, 1_200)
                .forEach(n -> items.append(
                        "{\"id\":\"A-%d\",\"kind\":\"bug\",\"title\":\"x\",\"created_at\":\"2024-01-01T00:00:00Z\",\"priority\":\"Mauve\"}\n"
                                .formatted(n)));
        items.append("{\"id\":\"A-0\",\"kind\":\"bug\",\"title\":\"x\",\"created_at\":\"soon\"}\n");
        var run = new ImportUpload(manager())
                .project(newKey())
                .part("workflow", WORKFLOW)
                .part("items", items.toString())
                .finish();

        assertThat(run.path("notesTotal").asInt()).isEqualTo(1_201);
        assertThat(run.path("notes")).hasSize(1_000);
        assertThat(texts(run.path("notes"), "field")).contains("created_at");
    }

    @Test
    void circles_of_parents_are_cut() {
        var manager = manager();
        var project = newKey();
        var run = new ImportUpload(manager)
                .project(project)
                .part("workflow", WORKFLOW)
                .part("items", """
                        {"id":"A-1","kind":"x","title":"1","created_at":"2024-01-01T00:00:00Z","parent":"A-2"}
                        {"id":"A-2","kind":"x","title":"2","created_at":"2024-01-01T00:00:00Z","parent":"A-1"}
                        {"id":"A-3","kind":"x","title":"3","created_at":"2024-01-01T00:00:00Z","parent":"A-3"}
                        """)
                .finish();

        assertThat(texts(run.path("notes"), "reason")).containsExactly("own-ancestor", "own-ancestor");
        assertThat(manager.get("/api/work-items/" + key(manager, project, "A-2"))
                        .text("/parent"))
                .isEqualTo(key(manager, project, "A-1"));
        assertThat(manager.get("/api/work-items/" + key(manager, project, "A-1"))
                        .text("/parent"))
                .isEmpty();
    }

    @Test
    void an_item_that_is_heavier_than_memory_may_hold_at_once_comes_in_pieces() {
        var events = new StringBuilder();
        for (int n = 0; n < 150; n++)
            events.append(
                    "{\"item_id\":\"A-1\",\"seq\":%d,\"at\":\"2024-01-01T00:00:00Z\",\"field\":\"comment\",\"to\":\"%s\"}\n"
                            .formatted(n, "x".repeat(40_000) + n));
        var manager = manager();
        var project = newKey();
        var run = new ImportUpload(manager)
                .project(project)
                .part("workflow", WORKFLOW)
                .part(
                        "items",
                        "{\"id\":\"A-1\",\"kind\":\"x\",\"title\":\"1\",\"created_at\":\"2024-01-01T00:00:00Z\"}\n")
                .part("events", events.toString())
                .finish();

        assertThat(run.path("events").toString()).isEqualTo("{\"total\":150,\"done\":150}");
        var key = key(manager, project, "A-1");
        var comments = new ArrayList<String>();
        manager.get("/api/work-items/" + key + "/history?limit=200")
                .body()
                .path("items")
                .forEach(entry -> comments.add(entry.path("type").asString()));
        assertThat(comments.stream().filter("Commented"::equals)).hasSize(150);
    }

    @Test
    void the_same_files_again_change_nothing() {
        var manager = manager();
        var project = newKey();
        for (int unchanged : new int[] {0, 1}) {
            var run = new ImportUpload(manager)
                    .project(project)
                    .part("workflow", WORKFLOW)
                    .part("items", """
                            {"id":"A-1","title":"\\u0007a","created_at":"soon","priority":"Mauve","watchers":["eve"],"log":"x"}
                            """)
                    .part("events", """
                            {"item_id":"A-1","at":"2098-01-01","field":"priority","from":"Mauve","to":"Low"}
                            """)
                    .finish();
            assertThat(run.at("/items/unchanged").asInt()).isEqualTo(unchanged);
        }
    }

    @Test
    void any_JSON_in_any_field_loses_no_item_and_breaks_no_read_model() {
        var manager = manager();
        var project = newKey();
        var n = new AtomicInteger();
        var lines = 200;
        var items = AnyJson.items()
                .sampleStream()
                .limit(lines)
                .map(line -> line.substring(0, line.length() - 1) + ",\"id\":\"A-" + n.incrementAndGet() + "\"}")
                .collect(joining("\n"));
        var events = AnyJson.events().sampleStream().limit(lines).collect(joining("\n"));
        var run = new ImportUpload(manager)
                .project(project)
                .part("workflow", WORKFLOW)
                .part("items", items)
                .part("events", events)
                .finish(() -> db.sql("update import_person set member_id = ? where member_id is null")
                        .param(manager.member())
                        .update());

        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        assertThat(run.at("/items/done").asInt()).isEqualTo(lines);
        assertThat(texts(run.path("rejected"), "cause")).allMatch("no-time"::equals);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> manager.get("/api/work-items?count=true&limit=1&project=" + project)
                                .body()
                                .path("total")
                                .asInt()
                        == lines);
        assertThat(manager.get("/api/work-items/" + key(manager, project, "A-1") + "/history")
                        .status())
                .isEqualTo(200);
        assertThat(db.sql("select count(*) from dead_letter").query(Long.class).single())
                .isZero();
    }

    @Test
    void what_is_known_to_be_a_members_goes_when_the_member_is_erased() {
        var manager = manager();
        new ImportUpload(manager)
                .project(newKey())
                .part("workflow", WORKFLOW)
                .part("items", """
                        {"id":"A-1","kind":"x","title":"1","created_at":"2024-01-01T00:00:00Z","reporter":"Grace","watchers":"Grace"}
                        """)
                .finish();
        assertThat(personalRowsOf(manager)).isEqualTo(1);

        events.publish(new MemberErased(new MemberId(manager.member())));
        await().atMost(Duration.ofSeconds(20)).until(() -> personalRowsOf(manager) == 0);
    }

    @Test
    void of_a_history_without_end_the_first_events_are_taken_and_the_others_counted() {
        ReflectionTestUtils.setField(application.getBean("longHistories"), "most", 3);
        try {
            var events = IntStream.rangeClosed(1, 9)
                    .mapToObj(
                            n -> "{\"item_id\":\"A-1\",\"seq\":%d,\"at\":\"2024-01-0%d\",\"field\":\"x\",\"to\":\"%d\"}"
                                    .formatted(10 - n, n, n))
                    .collect(joining("\n"));
            var run = new ImportUpload(manager())
                    .project(newKey())
                    .part("workflow", WORKFLOW)
                    .part("items", """
                            {"id":"A-1","kind":"x","title":"1","created_at":"2024-01-01T00:00:00Z"}
                            """)
                    .part("events", events)
                    .finish();
            assertThat(run.path("state").asString()).isEqualTo("done");
            assertThat(run.at("/events/total").asInt()).isEqualTo(3);
            assertThat(texts(run.path("rejected"), "cause")).hasSize(6).containsOnly("too-many-events");
            assertThat(run.at("/rejected/0/line").asInt()).isEqualTo(1);
        } finally {
            ReflectionTestUtils.setField(application.getBean("longHistories"), "most", 100_000);
        }
    }

    @Test
    void what_is_known_to_be_nobodys_goes_with_its_import_or_after_90_days() {
        var manager = manager();
        var withdrawn = addressOfNobody(manager, "gone@example.org");
        addressOfNobody(manager, "old@example.org");
        addressOfNobody(manager, "young@example.org");
        manager.delete(withdrawn);
        ImportUpload.over(manager, withdrawn, () -> {});
        assertThat(rowsWith("gone@example.org")).isZero();

        db.sql("update import_personal set kept_at = now() - interval '91 days' where value = 'old@example.org'")
                .update();
        Sweeps.run(application);
        assertThat(rowsWith("old@example.org")).isZero();
        assertThat(rowsWith("young@example.org")).isEqualTo(1);
    }

    private static String addressOfNobody(Client manager, String address) {
        var path = new ImportUpload(manager)
                .project(newKey())
                .part("workflow", WORKFLOW)
                .part(
                        "items",
                        "{\"id\":\"A-1\",\"kind\":\"x\",\"title\":\"1\",\"created_at\":\"2024-01-01T00:00:00Z\",\"cc\":\"%s\"}"
                                .formatted(address))
                .begin();
        ImportUpload.over(manager, path, () -> {});
        return path;
    }

    private int rowsWith(String value) {
        return db.sql("select count(*) from import_personal where value = ?")
                .param(value)
                .query(Integer.class)
                .single();
    }

    private int personalRowsOf(Client member) {
        return db.sql("select count(*) from import_personal where member_id = ? and value = 'Grace'")
                .param(member.member())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_packed_part_that_is_made_to_fill_disks_is_refused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 80; i++) gzip.write(new byte[1 << 20]);
        }
        var answer = new ImportUpload(manager())
                .project(newKey())
                .part("workflow", WORKFLOW)
                .part(
                        "items",
                        "{\"id\":\"A-1\",\"kind\":\"x\",\"title\":\"1\",\"created_at\":\"2024-01-01T00:00:00Z\"}")
                .part("events", packed.toByteArray(), "events.ndjson.gz")
                .send();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unpacks to more than 250 times its size");
    }

    private static String key(Client client, String project, String source) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> client.get("/api/work-items?project=%s&text=%s".formatted(project, source))
                                .text("/items/0/key"),
                        key -> !key.isEmpty());
    }

    private static List<String> texts(JsonNode list, String field) {
        var texts = new ArrayList<String>();
        list.forEach(element -> texts.add(element.path(field).asString("")));
        return texts;
    }
}
