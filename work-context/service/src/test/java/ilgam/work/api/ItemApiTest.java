package ilgam.work.api;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ItemApiTest extends Office {

    @Test
    void an_opened_task_is_there_at_once() {
        var ada = member();
        var web = project(ada);

        var opened = ada.post("/api/tasks", """
                {'project': '%s', 'title': ' Tidy up ', 'description': 'All of it.', 'assignee': '%s',
                 'startOn': '2026-11-23', 'dueOn': '2026-11-27', 'estimateHours': 7.5, 'points': 0.5,
                 'priority': 'HIGH',
                 'labels': ['spring', 'spring', 'garden'], 'status': 'in progress'}
                """.formatted(web, ada.member()));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location")).isEqualTo("/api/tasks/" + web + "-1");
        assertThat(opened.header("ETag")).isEqualTo("\"0\"");
        assertThat(opened.text("/key")).isEqualTo(web + "-1");
        assertThat(opened.text("/title")).isEqualTo("Tidy up");
        assertThat(opened.text("/status")).isEqualTo("In progress");
        assertThat(opened.text("/category")).isEqualTo("doing");
        assertThat(opened.text("/reporter")).isEqualTo(ada.member().toString());
        assertThat(opened.body().at("/points").asDouble()).isEqualTo(0.5);
        assertThat(opened.body().at("/labels").size()).isEqualTo(2);
        assertThat(ada.get("/api/tasks/" + web + "-1").body()).isEqualTo(opened.body());
        assertThat(ada.get("/api/issues/" + web + "-1").status()).isEqualTo(404);
        assertThat(ada.get("/api/work-items/" + web + "-1").status()).isEqualTo(200);
    }

    @Test
    void a_new_item_waits_in_the_first_status_that_is_to_do() {
        var ada = member();
        var opened = ada.get("/api/tasks/" + task(ada, project(ada)));
        assertThat(opened.text("/status")).isEqualTo("Backlog");
        assertThat(opened.text("/priority")).isEqualTo("NONE");
    }

    @Test
    void numbers_of_a_project_grow_even_when_many_open_items_at_once() {
        var ada = member();
        var web = project(ada);
        var keys =
                IntStream.range(0, 20).parallel().mapToObj(_ -> task(ada, web)).distinct();
        assertThat(keys.count()).isEqualTo(20);
    }

    @Test
    void a_repeated_create_meets_the_first() {
        var ada = member().with("Idempotency-Key", UUID.randomUUID().toString());
        var body = "{'project': '%s', 'title': 'Once'}".formatted(project(ada.with("Idempotency-Key", "p" + newKey())));

        var first = ada.post("/api/tasks", body);
        var second = ada.post("/api/tasks", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(ada.post("/api/tasks", body.replace("Once", "Twice")).status())
                .isEqualTo(422);

        var issue = ada.post("/api/issues", body);
        assertThat(issue.status()).isEqualTo(201);
        assertThat(issue.text("/kind")).as("another path is another request").isEqualTo("issue");
        assertThat(issue.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /title         | "title": ""
                    /title         | "title": null
                    /title         | "title": "\\u200b"
                    /title         | "title": "T\\u202e"
                    /assignee      | "title": "T", "assignee": "00000000-0000-7000-8000-000000000000"
                    /dueOn         | "title": "T", "startOn": "2026-11-23", "dueOn": "2026-11-22"
                    /dueOn         | "title": "T", "dueOn": "+999999-01-01"
                    /estimateHours | "title": "T", "estimateHours": 1.234
                    /estimateHours | "title": "T", "estimateHours": -1
                    /points        | "title": "T", "points": 1000.01
                    /points        | "title": "T", "points": 0.125
                    /points        | "title": "T", "points": -1
                    /points        | "title": "T", "points": 1e999999999
                    /labels        | "title": "T", "labels": [""]
                    /labels        | "title": "T", "labels": [null]
                    /parent        | "title": "T", "parent": "NOSUCH-1"
                    /status        | "title": "T", "status": "Nowhere"
                    /severity      | "title": "T", "severity": "MAJOR"
                    /priority      | "title": "T", "priority": "SOON"
                    /startOn       | "title": "T", "startOn": "tomorrow"
                    /key           | "title": "T", "key": "WEB-1"
                    """)
    void what_makes_no_sense_in_a_task_is_told_with_its_place(String pointer, String fields) {
        var ada = member();
        var answer = ada.post("/api/tasks", "{'project': '%s', %s}".formatted(project(ada), fields));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer"))
                .as(answer.response().body())
                .isEqualTo(pointer);
        assertThat(answer.text("/detail")).isNotEmpty();
    }

    @Test
    void a_description_has_at_most_20_000_characters_and_64_kibibytes() {
        var ada = member();
        var project = project(ada);
        for (var fits : List.of("a".repeat(20_000), "가".repeat(20_000), "😀".repeat(16_384)))
            assertThat(ada.post("/api/tasks", described(project, fits)).status())
                    .isEqualTo(201);
        for (var tooMuch : List.of("a".repeat(20_001), "😀".repeat(16_385))) {
            var answer = ada.post("/api/tasks", described(project, tooMuch));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/errors/0/pointer")).isEqualTo("/description");
            assertThat(answer.text("/errors/0/reason")).isIn("too-long", "too-many-bytes");
            assertThat(answer.body().at("/errors/0/values/most").asInt()).isIn(20_000, 65_536);
            assertThat(answer.body().path("values")).isEqualTo(answer.body().at("/errors/0/values"));
        }
    }

    private static String described(String project, String text) {
        return "{'project': '%s', 'title': 'T', 'description': '%s'}".formatted(project, text);
    }

    @Test
    void a_patch_changes_what_it_names_and_clears_what_it_names_as_null() {
        var ada = member();
        var task = task(ada, project(ada));
        ada.patch("/api/tasks/" + task, "{'dueOn': '2026-11-27', 'assignee': '%s'}".formatted(ada.member()));

        var changed =
                ada.patch("/api/tasks/" + task, "{'dueOn': null, 'title': 'Sweep', 'status': 'done', 'labels': ['a']}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/title")).isEqualTo("Sweep");
        assertThat(changed.text("/category")).isEqualTo("done");
        assertThat(changed.body().at("/dueOn").isNull()).isTrue();
        assertThat(changed.text("/assignee")).isEqualTo(ada.member().toString());
        assertThat(changed.header("ETag")).isEqualTo("\"6\"");
        assertThat(ada.patch("/api/tasks/" + task, "{}").header("ETag")).isEqualTo("\"6\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /title       | {"title": null}
                    /title       | {"title": 7}
                    /status      | {"status": null}
                    /colour      | {"colour": "red"}
                    /version     | {"version": 3}
                    /key         | {"key": "WEB-2"}
                    /kind        | {"kind": "epic"}
                    /task        | {"task": "NOSUCH-1"}
                    /labels      | {"labels": "red"}
                    """)
    void a_patch_that_makes_no_sense_changes_nothing(String pointer, String patch) {
        var ada = member();
        var issue = issue(ada, project(ada));
        var answer = ada.patch("/api/issues/" + issue, patch.replace("{", "{\"description\": \"Changed.\", "));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer"))
                .as(answer.response().body())
                .isEqualTo(pointer);
        assertThat(ada.get("/api/issues/" + issue).text("/description")).isEmpty();
    }

    @Test
    void two_edits_of_different_fields_both_succeed_and_of_the_same_field_the_second_is_told() {
        var ada = member();
        var task = task(ada, project(ada));
        ada.patch("/api/tasks/" + task, "{'title': 'Sweep'}");

        var stale = ada.with("If-Match", "\"0\"");

        assertThat(stale.patch("/api/tasks/" + task, "{'title': 'Mop'}").status())
                .isEqualTo(412);
        assertThat(stale.patch("/api/tasks/" + task, "{'priority': 'LOW'}").status())
                .isEqualTo(200);
        assertThat(ada.with("If-Match", "soon")
                        .patch("/api/tasks/" + task, "{'title': 'Mop'}")
                        .status())
                .isEqualTo(400);
        assertThat(ada.with("If-Match", "*")
                        .patch("/api/tasks/" + task, "{'title': 'Mop'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_change_may_have_seen_one_of_several_versions_and_none_of_something_else() {
        var ada = member();
        var task = task(ada, project(ada));
        ada.patch("/api/tasks/" + task, "{'title': 'Sweep'}");

        assertThat(ada.with("If-Match", "\"0\", \"1\"")
                        .patch("/api/tasks/" + task, "{'title': 'Mop'}")
                        .status())
                .isEqualTo(200);
        for (var foreign : List.of("\"abc\"", "\"99\"", "\"0\", \"x\""))
            assertThat(ada.with("If-Match", foreign)
                            .patch("/api/tasks/" + task, "{'title': 'Dust'}")
                            .status())
                    .as(foreign)
                    .isEqualTo(412);
        assertThat(ada.with("If-None-Match", "*")
                        .patch("/api/tasks/" + task, "{'title': 'Dust'}")
                        .status())
                .isEqualTo(412);
        assertThat(ada.get("/api/tasks/" + task).text("/title")).isEqualTo("Mop");
    }

    @Test
    void a_label_with_a_comma_is_found_by_it() {
        var ada = member();
        var web = project(ada);
        ada.post("/api/tasks", "{'project': '%s', 'title': 'Bake', 'labels': ['bread, rolls']}".formatted(web));

        var list = "/api/work-items?project=" + web + "&label=";
        assertThat(ada.get(list + "bread%5C,%20rolls").body().at("/items").size())
                .isEqualTo(1);
        assertThat(ada.get(list + "bread,rolls").body().at("/items").size()).isZero();
    }

    @Test
    void many_members_can_change_an_item_at_once() {
        var ada = member();
        var task = task(ada, project(ada));
        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(n -> ada.post("/api/tasks/" + task + "/comments", "{'text': 'Number %d'}".formatted(n)))
                .map(Client.Answer::status);
        assertThat(answers).containsOnly(201);
        assertThat(ada.get("/api/tasks/" + task).body().at("/version").asLong()).isEqualTo(12);
    }

    @Test
    void an_issue_is_reported_tied_resolved_and_reopened() {
        var ada = member();
        var web = project(ada);
        var task = task(ada, web);
        var opened = ada.post(
                "/api/issues",
                "{'project': '%s', 'title': 'It leaks', 'severity': 'MAJOR', 'task': '%s'}".formatted(web, task));
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("/task")).isEqualTo(task);
        var path = "/api/issues/" + opened.text("/key");
        assertThat(opened.header("Location")).isEqualTo(path);

        assertThat(ada.put(path + "/status", "{'status': 'Done'}").text("/category"))
                .isEqualTo("done");
        assertThat(ada.put(path + "/resolution", "{'resolution': 'Fixed'}").text("/resolution"))
                .isEqualTo("Fixed");
        var reopened = ada.put(path + "/status", "{'status': 'to-do'}");
        assertThat(reopened.text("/status")).isEqualTo("To do");
        assertThat(reopened.body().at("/resolution").isNull()).isTrue();
        assertThat(reopened.body().at("/doneAt").isNull()).isTrue();
        assertThat(ada.put(path + "/status", "{'status': 'Nowhere'}").status()).isEqualTo(400);
    }

    @Test
    void a_task_is_not_served_as_an_issue() {
        var ada = member();
        var task = task(ada, project(ada));
        assertThat(ada.patch("/api/issues/" + task, "{'title': 'x'}").status()).isEqualTo(404);
        assertThat(ada.delete("/api/issues/" + task).status()).isEqualTo(404);
        assertThat(ada.put("/api/tasks/" + task + "/resolution", "{'resolution': 'x'}")
                        .status())
                .isBetween(404, 405);
        assertThat(ada.put("/api/work-items/" + task + "/resolution", "{'resolution': 'x'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_deleted_item_refuses_changes_until_it_is_restored() {
        var ada = member();
        var task = task(ada, project(ada));

        assertThat(ada.delete("/api/tasks/" + task).status()).isEqualTo(204);

        assertThat(ada.get("/api/tasks/" + task).status()).isEqualTo(404);
        var refused = ada.patch("/api/tasks/" + task, "{'title': 'Ghost'}");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("/reason")).isEqualTo("deleted");
        assertThat(ada.delete("/api/tasks/" + task).text("/reason")).isEqualTo("deleted");

        var restored = ada.post("/api/tasks/" + task + "/restoration", "");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(ada.get("/api/tasks/" + task).status()).isEqualTo(200);
    }

    @Test
    void a_comment_is_its_authors() {
        var ada = member();
        var lin = member();
        var task = task(ada, project(ada));
        var said = ada.post("/api/tasks/" + task + "/comments", "{'text': ' Are you sure? '}");
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.text("/text")).isEqualTo("Are you sure?");
        assertThat(said.text("/author")).isEqualTo(ada.member().toString());
        var path = said.header("Location");
        assertThat(path).startsWith("/api/tasks/" + task + "/comments/");

        assertThat(lin.patch(path, "{'text': 'Mine'}").status()).isEqualTo(403);
        assertThat(lin.delete(path).status()).isEqualTo(403);
        assertThat(ada.patch(path, "{'text': 'Never mind.'}").text("/text")).isEqualTo("Never mind.");
        assertThat(ada.patch(path, "{'text': ''}").text("/errors/0/pointer")).isEqualTo("/text");
        assertThat(admin().delete(path).status()).isEqualTo(204);
        assertThat(ada.delete(path).status()).isEqualTo(404);
    }

    @Test
    void items_do_not_block_each_other_in_a_circle() {
        var ada = member();
        var web = project(ada);
        var first = task(ada, web);
        var second = issue(ada, web);
        var third = task(ada, web);

        assertThat(ada.put("/api/tasks/" + first + "/links/blocks/" + second).status())
                .isEqualTo(200);
        assertThat(ada.put("/api/tasks/" + third + "/links/blocked-by/" + second)
                        .status())
                .isEqualTo(200);
        var circle = ada.put("/api/tasks/" + third + "/links/blocks/" + first);
        assertThat(circle.status()).isEqualTo(409);
        assertThat(circle.text("/reason")).isEqualTo("blocks-in-a-circle");
        assertThat(circle.text("/detail")).endsWith(": %3$s → %1$s → %2$s → %3$s.".formatted(first, second, third));
        assertThat(ada.put("/api/tasks/" + first + "/links/blocks/" + first).status())
                .isEqualTo(409);

        assertThat(ada.delete("/api/issues/" + second + "/links/blocks/" + third)
                        .status())
                .isEqualTo(200);
        assertThat(ada.put("/api/tasks/" + third + "/links/blocks/" + first).status())
                .isEqualTo(200);
    }

    @Test
    void the_way_of_a_circle_leads_through_hidden_items_unnamed() {
        var ada = member();
        var web = project(ada);
        var secret = project(ada, "private");
        var first = task(ada, web);
        var last = task(ada, web);
        var hidden = List.of(task(ada, secret), task(ada, secret));
        ada.put("/api/tasks/" + first + "/links/blocks/" + hidden.getFirst());
        ada.put("/api/tasks/" + hidden.getFirst() + "/links/blocks/" + hidden.getLast());
        ada.put("/api/tasks/" + hidden.getLast() + "/links/blocks/" + last);

        var circle = member().put("/api/tasks/" + last + "/links/blocks/" + first);

        assertThat(circle.text("/detail")).endsWith(": %2$s → %1$s → … → %2$s.".formatted(first, last));
    }

    @Test
    void relations_show_at_once_what_was_tied() {
        var ada = member();
        var web = project(ada);
        var first = task(ada, web);
        var second = task(ada, web);

        ada.put("/api/tasks/" + first + "/links/blocked-by/" + second);
        assertThat(ada.get("/api/tasks/" + first + "/relations").text("/blockedBy/0/key"))
                .isEqualTo(second);
        ada.delete("/api/tasks/" + second + "/links/blocks/" + first);
        assertThat(ada.get("/api/tasks/" + first + "/relations").body().at("/blockedBy"))
                .isEmpty();
    }

    @Test
    void a_relation_reads_the_same_from_both_ends() {
        var ada = member();
        var web = project(ada);
        var first = task(ada, web);
        var second = task(ada, web);

        ada.put("/api/tasks/" + first + "/links/relates-to/" + second);
        var version = ada.get("/api/tasks/" + first).header("ETag");
        ada.put("/api/tasks/" + second + "/links/relates-to/" + first);
        assertThat(ada.get("/api/tasks/" + second).header("ETag")).isEqualTo("\"0\"");
        assertThat(ada.get("/api/tasks/" + first).header("ETag")).isEqualTo(version);

        assertThat(ada.delete("/api/tasks/" + second + "/links/relates-to/" + first)
                        .status())
                .isEqualTo(200);
        assertThat(ada.get("/api/tasks/" + first).header("ETag")).isEqualTo("\"2\"");
        assertThat(ada.put("/api/tasks/" + first + "/links/likes/" + second).status())
                .isEqualTo(404);
    }

    @Test
    void an_item_is_not_part_of_its_own_part() {
        var ada = member();
        var web = project(ada);
        var whole = task(ada, web);
        var part = ada.post("/api/tasks", "{'project': '%s', 'title': 'Part', 'parent': '%s'}".formatted(web, whole))
                .text("/key");

        var circle = ada.patch("/api/tasks/" + whole, "{'parent': '%s'}".formatted(part));
        assertThat(circle.status()).isEqualTo(409);
        assertThat(circle.text("/reason")).isEqualTo("own-ancestor");
        assertThat(circle.text("/detail")).endsWith(": %1$s → %2$s → %1$s.".formatted(whole, part));
        assertThat(circle.text("/errors/0/message")).isEqualTo(circle.text("/detail"));

        assertThat(ada.patch("/api/tasks/" + part, "{'parent': null}").status()).isEqualTo(200);
        assertThat(ada.patch("/api/tasks/" + whole, "{'parent': '%s'}".formatted(part))
                        .text("/parent"))
                .isEqualTo(part);
    }

    @Test
    void items_are_nested_at_most_ten_levels_deep() {
        var ada = member();
        var web = project(ada);
        var item = task(ada, web);
        for (int level = 2; level <= 10; level++) {
            item = ada.post("/api/tasks", "{'project': '%s', 'title': 'Part', 'parent': '%s'}".formatted(web, item))
                    .text("/key");
        }
        var eleventh =
                ada.post("/api/tasks", "{'project': '%s', 'title': 'Part', 'parent': '%s'}".formatted(web, item));
        assertThat(eleventh.status()).isEqualTo(409);
        assertThat(eleventh.text("/reason")).isEqualTo("nested-too-deep");
    }

    @Test
    void in_a_private_project_only_those_admitted_get_work() {
        var ada = member();
        var lin = member();
        var secret = project(ada, "private");
        var body = "{'project': '%s', 'title': 'T', 'assignee': '%s'}";

        assertThat(ada.post("/api/tasks", body.formatted(secret, lin.member())).text("/errors/0/pointer"))
                .isEqualTo("/assignee");
        assertThat(ada.post("/api/tasks", body.formatted(secret, admin().member()))
                        .status())
                .isEqualTo(201);
        ada.put("/api/projects/" + secret + "/members/" + lin.member());
        assertThat(ada.post("/api/tasks", body.formatted(secret, lin.member())).status())
                .isEqualTo(201);
    }

    @Test
    void an_item_of_a_private_project_does_not_exist_for_outsiders() {
        var ada = member();
        var lin = member();
        var hidden = task(ada, project(ada, "private"));
        var own = task(lin, project(lin));

        assertThat(lin.patch("/api/tasks/" + hidden, "{'title': 'x'}").status()).isEqualTo(404);
        assertThat(lin.delete("/api/tasks/" + hidden).status()).isEqualTo(404);
        assertThat(lin.post("/api/tasks/" + hidden + "/comments", "{'text': 'x'}")
                        .status())
                .isEqualTo(404);
        assertThat(lin.put("/api/tasks/" + own + "/links/blocks/" + hidden).status())
                .isEqualTo(404);
        assertThat(lin.patch("/api/tasks/" + own, "{'parent': '%s'}".formatted(hidden))
                        .text("/detail"))
                .isEqualTo(
                        lin.patch("/api/tasks/" + own, "{'parent': 'NOSUCH-1'}").text("/detail"));
    }
}
