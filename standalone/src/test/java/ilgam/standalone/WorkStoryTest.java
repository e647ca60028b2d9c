package ilgam.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.Client;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("system")
class WorkStoryTest {

    private final Client member = Ilgam.member("Margaret Hamilton");
    private final String project = startProject(member);

    private static String startProject(Client member) {
        var key = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", key, "name", "Guidance", "visibility", "open"))
                .expect(201);
        return key;
    }

    @Test
    void a_task_is_opened_moved_and_done_and_its_history_shows_it() {
        var opened = member.post("/api/tasks", Map.of("project", project, "title", "Land on the moon"))
                .expect(201);
        var key = opened.text("key");
        assertThat(opened.header("Location")).isEqualTo("/api/tasks/" + key);
        assertThat(opened.header("ETag")).isEqualTo("\"%s\"".formatted(opened.text("version")));
        assertThat(opened.text("category")).isEqualTo("todo");

        member.put("/api/tasks/" + key + "/status", Map.of("status", "In progress"))
                .expect(200);
        var whileDoing = Instant.now();
        var done = member.put("/api/tasks/" + key + "/status", Map.of("status", "done"))
                .expect(200);
        assertThat(done.text("status")).isEqualTo("Done");
        assertThat(done.text("doneAt")).isNotEmpty();

        assertThat(member.get("/api/tasks/%s?at=%s".formatted(key, whileDoing))
                        .expect(200)
                        .text("category"))
                .isEqualTo("doing");
        var history =
                member.get("/api/tasks/" + key + "/history").expect(200).json().path("items");
        assertThat(history.size()).isGreaterThanOrEqualTo(3);
        assertThat(history.get(0).path("actor").asString())
                .isEqualTo(member.get("/api/members/me").text("id"));
        assertThat(history.toString()).contains("\"status\"");
    }

    @Test
    void a_change_is_in_the_next_read_and_list() {
        for (var n = 0; n < 20; n++) {
            var title = "Checklist " + n;
            var key = member.post("/api/tasks", Map.of("project", project, "title", title))
                    .expect(201)
                    .text("key");
            assertThat(member.get("/api/tasks/" + key).expect(200).text("title"))
                    .isEqualTo(title);
            assertThat(member.get("/api/work-items?project=%s&text=%d&limit=200".formatted(project, n))
                            .expect(200)
                            .body())
                    .contains("\"" + key + "\"");
            member.put("/api/tasks/" + key + "/status", Map.of("status", "in-progress"))
                    .expect(200);
            assertThat(member.get("/api/work-items?project=%s&category=doing&limit=200".formatted(project))
                            .expect(200)
                            .body())
                    .contains("\"" + key + "\"");
        }
    }

    @Test
    void an_assigned_task_is_in_my_work() {
        var me = member.get("/api/members/me").text("id");
        var key = member.post("/api/tasks", Map.of("project", project, "title", "Mine", "assignee", me))
                .expect(201)
                .text("key");
        assertThat(member.get("/api/my-work").expect(200).body()).contains("\"" + key + "\"");
    }

    @Test
    void concurrent_edits_of_different_fields_succeed_and_of_the_same_field_conflict() {
        var opened = member.post("/api/tasks", Map.of("project", project, "title", "Shared"))
                .expect(201);
        var path = "/api/tasks/" + opened.text("key");
        var seen = opened.header("ETag");
        member.patch(path, Map.of("title", "Changed"), "If-Match", seen).expect(200);
        member.patch(path, Map.of("description", "Also changed"), "If-Match", seen)
                .expect(200);
        member.patch(path, Map.of("title", "Changed again"), "If-Match", seen).expect(412);
        var now = member.get(path).expect(200);
        assertThat(now.text("title")).isEqualTo("Changed");
        assertThat(now.text("description")).isEqualTo("Also changed");
        member.send("GET", path, null, "If-None-Match", now.header("ETag")).expect(304);
    }

    @Test
    void the_same_request_with_the_same_idempotency_key_happens_once() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("project", project, "title", "Once");
        var first =
                member.send("POST", "/api/tasks", body, "Idempotency-Key", key).expect(201);
        var again =
                member.send("POST", "/api/tasks", body, "Idempotency-Key", key).expect(201);
        assertThat(again.text("key")).isEqualTo(first.text("key"));
        member.send("POST", "/api/tasks", Map.of("project", project, "title", "Other"), "Idempotency-Key", key)
                .expect(422);
        assertThat(member.get("/api/work-items?project=%s&count=true".formatted(project))
                        .text("total"))
                .isEqualTo("1");
    }

    @Test
    void a_deleted_task_is_gone_until_it_is_restored() {
        var key = member.post("/api/tasks", Map.of("project", project, "title", "Oops"))
                .expect(201)
                .text("key");
        member.delete("/api/tasks/" + key).expect(204);
        assertThat(member.get("/api/tasks/" + key).expect(404).text("reason")).isEqualTo("deleted");
        member.get("/api/tasks/" + key + "/history").expect(200);
        member.send("POST", "/api/tasks/" + key + "/restoration", null).expect(200);
        member.get("/api/tasks/" + key).expect(200);
    }

    @Test
    void a_private_project_does_not_exist_for_others() {
        var key = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", key, "name", "Secret", "visibility", "private"))
                .expect(201);
        var item = member.post("/api/tasks", Map.of("project", key, "title", "Hidden"))
                .expect(201)
                .text("key");
        var other = Ilgam.member("Alan Turing");
        other.get("/api/projects/" + key).expect(404);
        other.get("/api/tasks/" + item).expect(404);
        assertThat(other.get("/api/work-items?limit=200").expect(200).body()).doesNotContain("Hidden");
        assertThat(other.get("/api/projects").expect(200).body()).doesNotContain("Secret");
    }

    @Test
    void the_dashboard_follows_what_happens() {
        var key = member.post("/api/tasks", Map.of("project", project, "title", "Counted"))
                .expect(201)
                .text("key");
        member.put("/api/tasks/" + key + "/status", Map.of("status", "in-progress"))
                .expect(200);
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var summary = member.get("/api/dashboard/summary?project=" + project)
                    .expect(200)
                    .json();
            assertThat(summary.path("open").asInt()).isEqualTo(1);
            assertThat(summary.path("doing").asInt()).isEqualTo(1);
        });
    }
}
