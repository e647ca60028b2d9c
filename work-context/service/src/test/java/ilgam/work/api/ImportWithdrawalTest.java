package ilgam.work.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import ilgam.starter.web.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An import can be cancelled while it runs, withdrawn afterwards, and brought back. */
class ImportWithdrawalTest extends Office {

    private static final String WORKFLOW = """
            {"statuses":[{"name":"Open","category":"todo"},{"name":"Done","category":"done"}]}""";

    @Autowired
    private JdbcClient db;

    @Test
    void what_an_import_brought_is_deleted_unless_somebody_changed_it_and_can_be_brought_back() {
        var manager = manager();
        var project = newKey();
        var path = imported(manager, project, 1, 2, 3);
        mustShow(manager, project, 3);
        var changed = key(manager, project, 2);
        assertThat(manager.patch("/api/work-items/" + changed, "{'priority': 'HIGH'}")
                        .status())
                .isEqualTo(200);

        assertThat(manager.delete(path).status()).isEqualTo(202);
        var withdrawn = over(manager, path);
        assertThat(withdrawn.path("state").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.path("kept").toString()).isEqualTo("[\"%s\"]".formatted(changed));
        assertThat(withdrawn.path("keptTotal").asInt()).isEqualTo(1);
        mustShow(manager, project, 1);
        assertThat(manager.delete(path).status()).as("again").isEqualTo(202);

        assertThat(manager.post(path + "/restoration", "").status()).isEqualTo(202);
        assertThat(over(manager, path).path("state").asString()).isEqualTo("done");
        mustShow(manager, project, 3);
        assertThat(manager.post(path + "/restoration", "").status()).isEqualTo(409);
    }

    @Test
    void events_added_to_older_items_stay_and_the_same_files_bring_all_back() {
        var manager = manager();
        var project = newKey();
        var first = imported(manager, project, 1);
        var second = imported(manager, project, 1, 2);
        manager.delete(second);
        over(manager, second);
        mustShow(manager, project, 1);

        manager.delete(first);
        over(manager, first);
        mustShow(manager, project, 0);
        imported(manager, project, 1, 2);
        mustShow(manager, project, 2);
    }

    @Test
    void a_running_import_is_cancelled_and_what_is_in_can_be_withdrawn() {
        var manager = manager();
        var project = newKey();
        var path = imported(manager, project, 1);
        db.sql("update import set state = 'running', step = 'announce' where id = cast(? as uuid)")
                .param(path.substring(path.lastIndexOf('/') + 1))
                .update();
        db.sql("insert into import_person (import_id, name) values (cast(? as uuid), 'Ada')")
                .param(path.substring(path.lastIndexOf('/') + 1))
                .update();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> manager.get(path).text("/waiting").equals("member-context-away"));

        assertThat(manager.delete(path).text("/state")).isIn("cancelling", "cancelled");
        assertThat(over(manager, path).path("state").asString()).isEqualTo("cancelled");
        mustShow(manager, project, 1);
        db.sql("insert into import_touched (import_id, item_id, number) values (cast(? as uuid), gen_random_uuid(), 9)")
                .param(path.substring(path.lastIndexOf('/') + 1))
                .update();
        manager.delete(path);
        assertThat(over(manager, path).path("state").asString())
                .as("some of its items never came to be")
                .isEqualTo("withdrawn");
        mustShow(manager, project, 0);
    }

    @Test
    void imports_into_projects_that_a_manager_may_not_see_are_hidden() {
        var admin = admin();
        var project = newKey();
        var path = imported(admin, project, 1);
        assertThat(admin.patch("/api/projects/" + project, "{'visibility': 'private'}")
                        .status())
                .isEqualTo(200);

        var manager = manager();
        await().atMost(Duration.ofSeconds(20)).until(() -> manager.get(path).status() == 404);
        assertThat(manager.delete(path).status()).isEqualTo(404);
        assertThat(manager.post(path + "/restoration", "").status()).isEqualTo(404);
        assertThat(manager.get("/api/imports").response().body()).doesNotContain(project + "\"");
        assertThat(admin.get(path).status()).isEqualTo(200);
    }

    @Test
    void past_imports_of_a_project_are_listed_the_newest_first_page_by_page() {
        var manager = manager();
        var project = newKey();
        var first = imported(manager, project, 1);
        var second = imported(manager, project, 2);
        imported(manager, newKey(), 1);

        var all = "/api/imports?project=" + project.toLowerCase(Locale.ROOT);
        var page = manager.get(all + "&limit=1");
        var rest = manager.get(all + "&limit=1&cursor=" + page.text("/next"));
        assertThat(listed(page)).containsExactly(second);
        assertThat(listed(rest)).containsExactly(first);
        assertThat(rest.body().path("next").isNull()).isTrue();
        assertThat(listed(manager.get(all))).containsExactly(second, first);
        assertThat(listed(manager.get("/api/imports?limit=200")))
                .hasSizeGreaterThan(2)
                .contains(first, second);
        assertThat(manager.get("/api/imports?cursor=elsewhere").text("/reason")).isEqualTo("malformed-cursor");
        var farAway = Cursor.encode("+294277-01-01T00:00:00Z", UUID.randomUUID());
        assertThat(manager.get("/api/imports?cursor=" + farAway).text("/reason"))
                .isEqualTo("malformed-cursor");
        assertThat(manager.get("/api/imports?state=done").text("/reason")).isEqualTo("bad-parameter");
        assertThat(member().get(all).status()).isEqualTo(403);
    }

    private static List<String> listed(Client.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(run -> "/api/imports/" + run.path("id").asString())
                .toList();
    }

    @Test
    void only_managers_withdraw_imports() {
        var path = imported(manager(), newKey(), 1);
        assertThat(member().delete(path).status()).isEqualTo(403);
    }

    private static String imported(Client client, String project, int... numbers) {
        var items = new ArrayList<String>();
        for (int number : numbers)
            items.add("{\"id\":\"A-%d\",\"kind\":\"x\",\"title\":\"Item %d\",\"created_at\":\"2024-01-01T00:00:00Z\"}"
                    .formatted(number, number));
        var path = new ImportUpload(client)
                .project(project)
                .part("workflow", WORKFLOW)
                .part("items", String.join("\n", items))
                .begin();
        assertThat(over(client, path).path("state").asString()).isEqualTo("done");
        return path;
    }

    private static JsonNode over(Client client, String path) {
        return ImportUpload.over(client, path, () -> {});
    }

    private static String key(Client client, String project, int number) {
        return client.get("/api/work-items?project=%s&text=Item+%d".formatted(project, number))
                .text("/items/0/key");
    }

    private static void mustShow(Client client, String project, int items) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get("/api/work-items?count=true&project=" + project)
                                .body()
                                .path("total")
                                .asInt()
                        == items);
    }
}
