package ilgam.work.api;

import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A name or an id of something else is that of nothing. */
class WrongReferencesTest extends Office {

    private Client ada;
    private String key;
    private String task;
    private String other;
    private String issue;

    @BeforeEach
    void items() {
        ada = member();
        key = project(ada);
        task = task(ada, key);
        other = task(ada, key);
        issue = issue(ada, key);
    }

    @Test
    void an_assignee_is_a_member() {
        var noMember = idOf("/api/projects/" + key);
        mustBeInvalid(
                ada.patch("/api/tasks/" + task, "{'assignee': '%s'}".formatted(noMember)),
                "/assignee",
                "no-such-member");
        assertThat(ada.get("/api/tasks/" + task).body().path("assignee").isNull())
                .isTrue();
    }

    @Test
    void a_parent_is_an_item() {
        for (var name :
                new String[] {idOf("/api/projects/" + key), ada.member() + "", key, "", " ", key + "-0", key + "--1"})
            mustBeInvalid(
                    ada.patch("/api/tasks/" + task, "{'parent': '%s'}".formatted(name)), "/parent", "no-such-item");
    }

    @Test
    void a_parent_may_be_named_by_key_in_any_case_or_by_id() {
        for (var name : new String[] {other, other.toLowerCase(Locale.ROOT), idOf("/api/tasks/" + other)})
            assertThat(ada.patch("/api/tasks/" + task, "{'parent': '%s'}".formatted(name))
                            .text("/parent"))
                    .isEqualTo(other);
        assertThat(ada.get("/api/tasks/" + task).header("ETag"))
                .as("the same parent is no change")
                .isEqualTo("\"1\"");
    }

    @Test
    void an_issue_is_about_a_task_that_is_there() {
        var path = "/api/issues/" + issue(ada, key);
        mustBeInvalid(ada.patch(path, "{'task': '%s'}".formatted(issue)), "/task", "not-a-task");
        ada.delete("/api/tasks/" + other);
        mustBeInvalid(ada.patch(path, "{'task': '%s'}".formatted(other)), "/task", "no-such-item");
        mustBeInvalid(ada.patch(path, "{'parent': '%s'}".formatted(other)), "/parent", "no-such-item");
        assertThat(ada.patch("/api/tasks/" + task, "{'task': '%s'}".formatted(task))
                        .text("/reason"))
                .isEqualTo("tied-to-itself");
    }

    @Test
    void a_comment_belongs_to_its_item() {
        var comment =
                ada.post("/api/tasks/" + task + "/comments", "{'text': 'Mine'}").text("/id");
        for (var item : new String[] {other, issue}) {
            var path = "/api/work-items/" + item + "/comments/" + comment;
            assertThat(ada.patch(path, "{'text': 'Changed'}").text("/reason")).isEqualTo("no-such-comment");
            assertThat(ada.delete(path).text("/reason")).isEqualTo("no-such-comment");
        }
        assertThat(ada.get("/api/tasks/" + task + "/comments").text("/items/0/text"))
                .isEqualTo("Mine");
    }

    @Test
    void an_entry_of_a_history_belongs_to_its_item() {
        var entry = ada.get("/api/tasks/" + task + "/history").text("/items/0/id");
        assertThat(ada.get("/api/tasks/" + task + "/history/" + entry).status()).isEqualTo(200);
        assertThat(ada.get("/api/tasks/" + other + "/history/" + entry).status())
                .isEqualTo(404);
        assertThat(ada.get("/api/issues/" + task + "/history/" + entry).status())
                .isEqualTo(404);
    }

    @Test
    void a_link_leads_to_an_item_that_is_there() {
        var links = "/api/tasks/" + task + "/links/blocks/";
        ada.put(links + other);
        for (var nothing : new String[] {key + "-99", UUID.randomUUID() + "", "NOSUCH-1", idOf("/api/projects/" + key)})
            assertThat(ada.put(links + nothing).status()).as(nothing).isEqualTo(404);
        ada.delete("/api/tasks/" + other);
        assertThat(ada.put("/api/tasks/" + task + "/links/relates-to/" + other).text("/reason"))
                .isEqualTo("deleted");
        assertThat(ada.delete(links + other).status())
                .as("a link to a deleted item can be taken away")
                .isEqualTo(200);
    }

    @Test
    void a_status_is_one_of_the_items_own_project() {
        var elsewhere = project(ada);
        ada.put("/api/projects/" + elsewhere + "/workflow", """
                {'statuses': [{'name': 'Only here', 'category': 'todo'}, {'name': 'Done', 'category': 'done'}]}""");
        var refused = ada.put("/api/tasks/" + task + "/status", "{'status': 'only-here'}");
        mustBeInvalid(refused, "/status", "choice");
        assertThat(refused.body().at("/errors/0/values/choices").toString())
                .contains("Backlog")
                .doesNotContain("Only");
    }

    @Test
    void a_project_is_named_by_its_key_in_any_case_or_by_its_id() {
        for (var name : new String[] {key, key.toLowerCase(Locale.ROOT), idOf("/api/projects/" + key)})
            assertThat(ada.post("/api/tasks", "{'project': '%s', 'title': 'T'}".formatted(name))
                            .text("/project"))
                    .isEqualTo(key);
        for (var name : new String[] {"", " ", "'", idOf("/api/tasks/" + task), ada.member() + "", key + "%"})
            assertThat(ada.post("/api/tasks", "{'project': '%s', 'title': 'T'}".formatted(name.replace("'", "`")))
                            .status())
                    .as(name)
                    .isEqualTo(404);
    }

    @Test
    void a_member_of_a_project_is_a_member_of_the_company() {
        var members = "/api/projects/" + key + "/members/";
        assertThat(ada.put(members + idOf("/api/tasks/" + task)).status()).isEqualTo(404);
        assertThat(ada.put(members + "me").status()).isEqualTo(400);
        assertThat(ada.delete(members + UUID.randomUUID()).status())
                .as("dismissing somebody who is no member changes nothing")
                .isEqualTo(200);
    }

    private String idOf(String path) {
        return ada.get(path).text("/id");
    }

    private static void mustBeInvalid(Client.Answer answer, String pointer, String reason) {
        var body = answer.response().body();
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).as(body).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/reason")).as(body).isEqualTo(reason);
    }
}
