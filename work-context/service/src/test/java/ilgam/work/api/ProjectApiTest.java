package ilgam.work.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ilgam.starter.test.AtOnce;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectApiTest extends Office {

    @Test
    void a_started_project_is_there_at_once() {
        var ada = member();
        var key = newKey();
        var started =
                ada.post("/api/projects", "{'key': '%s', 'name': 'Web', 'description': 'To sell.'}".formatted(key));

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.header("Location")).isEqualTo("/api/projects/" + key);
        assertThat(started.header("ETag")).isEqualTo("\"1\"");
        assertThat(started.text("/visibility")).isEqualTo("open");
        assertThat(started.body().at("/workflow/statuses").size()).isEqualTo(7);
        assertThat(ada.get("/api/projects/" + key).body()).isEqualTo(started.body());
    }

    @Test
    void a_key_is_given_once() {
        var ada = member();
        var key = project(ada);

        var second = member().post("/api/projects", "{'key': '%s', 'name': 'Mine'}".formatted(key));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/reason")).isEqualTo("key-taken");
    }

    @Test
    void of_many_who_want_one_key_at_once_one_has_it() {
        var key = newKey();

        var answers =
                AtOnce.answers(5, _ -> member().post("/api/projects", "{'key': '%s', 'name': 'Mine'}".formatted(key)));

        assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409, 409);
    }

    @Test
    void a_repeated_start_meets_the_first() {
        var ada = member().with("Idempotency-Key", UUID.randomUUID().toString());
        var body = "{'key': '%s', 'name': 'Web'}".formatted(newKey());

        var first = ada.post("/api/projects", body);
        var second = ada.post("/api/projects", body);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void what_makes_no_sense_is_told_with_its_place() {
        var ada = member();
        assertThat(ada.post("/api/projects", "{'key': 'web', 'name': 'Web'}").text("/errors/0/pointer"))
                .isEqualTo("/key");
        assertThat(ada.post("/api/projects", "{'key': 'WEB', 'name': ' '}").text("/errors/0/pointer"))
                .isEqualTo("/name");
        assertThat(ada.post("/api/projects", "{'key': 'WEB', 'name': 'Web', 'visibility': 'secret'}")
                        .text("/errors/0/pointer"))
                .isEqualTo("/visibility");
        assertThat(ada.post("/api/projects", "{'key': 'WEB', 'name': 'Web', 'colour': 'red'}")
                        .text("/errors/0/pointer"))
                .isEqualTo("/colour");
        assertThat(ada.post(
                                "/api/projects",
                                "{'key': 'WEB', 'name': 'Web', 'workflow': {'statuses': [{'name': 'A', 'category': 'x'}]}}")
                        .text("/errors/0/pointer"))
                .isEqualTo("/workflow/statuses/0/category");
        assertThat(ada.post("/api/projects", "{'key': 'WEB', 'name': 'Web', 'workflow': {'statuses': []}}")
                        .text("/errors/0/pointer"))
                .isEqualTo("/workflow/statuses");
    }

    @Test
    void a_patch_is_applied_whole_or_not_at_all() {
        var ada = member();
        var key = project(ada);

        assertThat(ada.patch("/api/projects/" + key, "{'name': 'Shop', 'visibility': 'secret'}")
                        .status())
                .isEqualTo(400);
        assertThat(ada.get("/api/projects/" + key).text("/name")).isEqualTo("Project " + key);

        var changed =
                ada.patch("/api/projects/" + key, "{'name': 'Shop', 'description': null, 'visibility': 'private'}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/name")).isEqualTo("Shop");
        assertThat(changed.text("/visibility")).isEqualTo("private");
        assertThat(changed.header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void who_saw_an_older_name_does_not_overwrite_a_newer_one() {
        var ada = member();
        var key = project(ada);
        ada.patch("/api/projects/" + key, "{'name': 'Shop'}");

        var stale = ada.with("If-Match", "\"1\"");

        assertThat(stale.patch("/api/projects/" + key, "{'name': 'Store'}").status())
                .isEqualTo(412);
        assertThat(stale.patch("/api/projects/" + key, "{'description': 'To sell.'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_private_project_does_not_exist_for_outsiders() {
        var ada = member();
        var lin = member();
        var key = project(ada, "private");

        assertThat(lin.patch("/api/projects/" + key, "{'name': 'Mine'}").status())
                .isEqualTo(404);
        assertThat(lin.put("/api/projects/" + key + "/archive").status()).isEqualTo(404);
        assertThat(lin.post("/api/tasks", "{'project': '%s', 'title': 'Spy'}".formatted(key))
                        .status())
                .isEqualTo(404);
        assertThat(lin.patch("/api/projects/" + key, "{'name': 'Mine'}").text("/detail"))
                .isEqualTo(lin.patch("/api/projects/NOSUCH", "{'name': 'Mine'}").text("/detail"));

        assertThat(ada.put("/api/projects/" + key + "/members/" + lin.member()).status())
                .isEqualTo(200);
        assertThat(lin.post("/api/tasks", "{'project': '%s', 'title': 'Help'}".formatted(key))
                        .status())
                .isEqualTo(201);

        assertThat(ada.delete("/api/projects/" + key + "/members/" + lin.member())
                        .status())
                .isEqualTo(200);
        assertThat(lin.get("/api/projects/" + key).status()).isEqualTo(404);
        assertThat(admin().get("/api/projects/" + key).status()).isEqualTo(200);
    }

    @Test
    void only_those_who_run_a_project_change_it() {
        var key = project(member());

        assertThat(member().patch("/api/projects/" + key, "{'name': 'Mine'}").status())
                .isEqualTo(403);
        assertThat(manager().patch("/api/projects/" + key, "{'name': 'Ours'}").status())
                .isEqualTo(200);
    }

    @Test
    void nobody_unknown_is_admitted() {
        var ada = member();
        var key = project(ada, "private");

        assertThat(ada.put("/api/projects/" + key + "/members/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(ada.put("/api/projects/" + key + "/members/lin").status()).isBetween(400, 404);
    }

    @Test
    void an_archived_project_is_not_worked_in() {
        var ada = member();
        var key = project(ada);
        var task = task(ada, key);

        assertThat(ada.put("/api/projects/" + key + "/archive")
                        .body()
                        .at("/archived")
                        .asBoolean())
                .isTrue();

        assertThat(ada.patch("/api/tasks/" + task, "{'title': 'Late'}").status())
                .isEqualTo(409);
        assertThat(ada.post("/api/tasks", "{'project': '%s', 'title': 'Late'}".formatted(key))
                        .status())
                .isEqualTo(409);
        assertThat(ada.patch("/api/projects/" + key, "{'name': 'Late'}").text("/reason"))
                .isEqualTo("archived");

        assertThat(ada.delete("/api/projects/" + key + "/archive").status()).isEqualTo(200);
        assertThat(ada.patch("/api/tasks/" + task, "{'title': 'In time'}").status())
                .isEqualTo(200);
    }

    @Test
    void a_retired_status_that_comes_back_has_again_what_nobody_moved_meanwhile() {
        var ada = member();
        var key = project(ada);
        var left = task(ada, key);
        var moved = task(ada, key);
        var deleted = task(ada, key);
        for (var item : List.of(left, moved, deleted))
            ada.put("/api/tasks/" + item + "/status", "{'status': 'in-review'}");
        ada.delete("/api/tasks/" + deleted);
        var workflow = ada.get("/api/projects/" + key).body().path("workflow").toString();
        var without = workflow.replaceFirst(",\\{\"id\":\"in-review\"[^}]*}", "");
        assertThat(counts(ada, key)).contains("in-review 2", "in-progress 0");

        ada.put(
                "/api/projects/" + key + "/workflow",
                without.replaceFirst("}$", ",'successors':{'in-review':'in-progress'}}"));
        assertThat(counts(ada, key)).contains("in-progress 2").noneMatch(count -> count.startsWith("in-review"));
        ada.put("/api/tasks/" + moved + "/status", "{'status': 'in-progress'}");
        var again = ada.put("/api/projects/" + key + "/workflow", workflow);

        assertThat(again.body().path("workflow").toString()).isEqualTo(workflow);
        assertThat(counts(ada, key)).contains("in-review 1", "in-progress 1");
        assertThat(ada.get("/api/tasks/" + left).text("/status")).isEqualTo("In review");
        assertThat(told(ada, left, 100))
                .containsExactly(
                        "ItemOpened",
                        "ItemMoved",
                        "WorkflowDefined In review > In progress",
                        "WorkflowDefined In progress > In review")
                .isEqualTo(told(ada, left, 1));
        assertThat(told(ada, moved, 100))
                .containsExactly("ItemOpened", "ItemMoved", "WorkflowDefined In review > In progress", "ItemMoved");
    }

    private static List<String> counts(Client by, String project) {
        var counts = new ArrayList<String>();
        for (var count :
                by.get("/api/projects/" + project + "/workflow/items").body().path("items"))
            counts.add(count.path("status").asString() + " " + count.path("count"));
        return counts;
    }

    /** The history in pages of that length; each entry is found by its id, too. */
    private static List<String> told(Client by, String item, int limit) {
        var told = new ArrayList<String>();
        var next = "";
        do {
            var page = by.get("/api/tasks/" + item + "/history?limit=" + limit + "&cursor=" + next)
                    .body();
            for (var entry : page.path("items")) {
                var type = entry.path("type").asString();
                assertThat(by.get("/api/tasks/" + item + "/history/"
                                        + entry.path("id").asString())
                                .body())
                        .isEqualTo(entry);
                assertThat(entry.path("actor").asString()).isEqualTo(by.member().toString());
                var change = entry.at("/changes/0");
                told.add(
                        type.equals("WorkflowDefined")
                                ? type + " " + change.path("from").asString() + " > "
                                        + change.path("to").asString()
                                : type);
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return told;
    }

    @Test
    void a_retired_status_hands_its_items_on() {
        var ada = member();
        var key = project(ada);
        var task = task(ada, key);

        var defined = ada.put(
                "/api/projects/" + key + "/workflow",
                "{'statuses': [{'name': 'Inbox', 'category': 'todo'}, {'name': 'Done', 'category': 'done'}]}");

        assertThat(defined.status()).isEqualTo(200);
        assertThat(defined.text("/workflow/statuses/0/id")).isEqualTo("inbox");
        assertThat(defined.text("/workflow/statuses/1/id")).isEqualTo("done");
        assertThat(ada.get("/api/tasks/" + task).text("/status")).isEqualTo("Inbox");
    }
}
