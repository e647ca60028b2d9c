package ilgam.work.api;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An import that was interrupted in a step continues there, on any instance and after an upgrade. */
class ImportRestartTest extends Office {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String WORKFLOW = """
            {"statuses":[{"name":"Open","category":"todo"},{"name":"Done","category":"done"}]}""";

    private static final String ITEM = """
            {"id":"A-1","kind":"bug","title":"One","created_at":"2024-01-01T00:00:00Z","reporter":"Ada","priority":"Mauve"}""";

    private static final String EVENT = """
            {"item_id":"A-1","at":"2024-01-02T00:00:00Z","actor":"Ada","field":"comment","to":"Hello"}""";

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        db.sql("""
                create function broken() returns trigger language plpgsql as
                $$ begin raise exception 'a fault that comes each time'; end $$""").update();
    }

    @AfterEach
    void mend() {
        db.sql("drop function if exists broken cascade").update();
    }

    private void breakUpdates(String table, String column, String condition) {
        db.sql("create trigger broken before update of %s on %s for each row when (%s) execute function broken()"
                        .formatted(column, table, condition))
                .update();
    }

    @Test
    void a_first_pass_that_was_aborted_leaves_nothing_and_is_repeated() {
        var manager = manager();
        var project = newKey();
        breakUpdates("import", "step", "new.project_key = '%s'".formatted(project));
        var path = begin(manager, project, ITEM + "\nno JSON\n", EVENT);
        isWaiting(manager, path, "interrupted");
        assertThat(rows("import_item", path) + rows("import_event", path)).isZero();
        assertThat(manager.get(path).body().path("notesTotal").asInt()).isZero();

        mend();
        isWaiting(manager, path, "member-context-away");
        var done = finish(manager, path);
        assertThat(done.path("items").toString()).isEqualTo("{\"total\":1,\"done\":1,\"unchanged\":0}");
        assertThat(done.path("notesTotal").asInt()).isEqualTo(1);
        assertThat(done.path("rejectedTotal").asInt()).isEqualTo(1);
    }

    @Test
    void items_that_were_sent_before_a_restart_are_sent_again_without_effect_and_counted_once() {
        var manager = manager();
        var project = newKey();
        breakUpdates("import", "items_done", "new.project_key = '%s'".formatted(project));
        var path = begin(manager, project, ITEM, EVENT);
        isWaiting(manager, path, "member-context-away");
        nameEverybody(manager, path);
        isWaiting(manager, path, "interrupted");
        await().atMost(PATIENCE).until(() -> comments(manager, project) == 1);

        mend();
        var done = finish(manager, path);
        assertThat(done.path("items").toString()).isEqualTo("{\"total\":1,\"done\":1,\"unchanged\":1}");
        assertThat(done.path("events").toString()).isEqualTo("{\"total\":1,\"done\":1}");
        assertThat(comments(manager, project)).isEqualTo(1);
    }

    @Test
    void an_import_that_an_earlier_version_staged_is_finished() {
        var manager = manager();
        var project = newKey();
        var path = begin(manager, project, ITEM, EVENT);
        isWaiting(manager, path, "member-context-away");
        stageAsLine("import_item", path, ITEM);
        stageAsLine("import_event", path, EVENT);

        var done = finish(manager, path);
        assertThat(done.path("items").toString()).isEqualTo("{\"total\":1,\"done\":1,\"unchanged\":0}");
        assertThat(history(manager, project)).contains("Hello", "Mauve");
        assertThat(again(manager, project).at("/items/unchanged").asInt())
                .as("with rows of this version")
                .isEqualTo(1);
    }

    /** Earlier versions stored the line of the file in a row. */
    private void stageAsLine(String table, String path, String line) {
        assertThat(db.sql("update %s set json = ? where import_id = ? and json <> ?".formatted(table))
                        .params(line, id(path), line)
                        .update())
                .isEqualTo(1);
    }

    private JsonNode again(Client manager, String project) {
        var path = begin(manager, project, ITEM, EVENT);
        isWaiting(manager, path, "member-context-away");
        return finish(manager, path);
    }

    @Test
    void an_import_that_another_instance_runs_is_left_to_it_until_its_lease_ends() {
        var manager = manager();
        var id = stored("running", "clean");
        db.sql("update import set leased_by = gen_random_uuid(), leased_until = now() + interval '1 hour' where id = ?")
                .param(id)
                .update();
        var later = stored("running", "clean");
        stateBecomes(manager, later, "done");
        assertThat(state(manager, id)).isEqualTo("running");

        db.sql("update import set leased_until = now() - interval '1 second' where id = ?")
                .param(id)
                .update();
        stateBecomes(manager, id, "done");
    }

    @Test
    void an_import_that_was_cancelled_before_its_last_item_ends_and_leaves_no_working_rows() {
        var manager = manager();
        for (var step : new String[] {"stage", "announce", "send"}) {
            var id = stored("cancelling", step);
            db.sql("insert into import_part (import_id, part, seq, bytes) values (?, 'items', 0, 'x')")
                    .param(id)
                    .update();
            stateBecomes(manager, id, "cancelled");
            assertThat(rows("import_part", "/" + id)).isZero();
        }
    }

    @Test
    void a_withdrawal_that_was_interrupted_is_finished() {
        var manager = manager();
        var project = newKey();
        var path = begin(manager, project, ITEM, EVENT);
        isWaiting(manager, path, "member-context-away");
        finish(manager, path);
        breakUpdates("import_touched", "outcome", "new.import_id = '%s'".formatted(id(path)));
        manager.delete(path);
        isWaiting(manager, path, "interrupted");

        mend();
        var withdrawn = ImportUpload.over(manager, path, () -> {});
        assertThat(withdrawn.path("state").asString()).isEqualTo("withdrawn");
        assertThat(withdrawn.path("keptTotal").asInt()).isZero();
        await().atMost(PATIENCE)
                .until(() -> manager.get("/api/work-items?project=" + project)
                        .body()
                        .path("items")
                        .isEmpty());
    }

    private String begin(Client manager, String project, String items, String events) {
        return new ImportUpload(manager)
                .project(project)
                .part("workflow", WORKFLOW)
                .part("items", items.getBytes(UTF_8), "items.ndjson")
                .part("events", events.getBytes(UTF_8), "events.ndjson")
                .begin();
    }

    private UUID stored(String state, String step) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into import (id, project_key, project_id, own_project, asked_by, state, step)
                values (?, 'STORED', gen_random_uuid(), true, gen_random_uuid(), ?, ?)""").params(id, state, step).update();
        return id;
    }

    /** The member context, which tells who people are, is not there: every import waits for it. */
    private static void isWaiting(Client manager, String path, String reason) {
        await().atMost(PATIENCE).until(() -> manager.get(path).text("/waiting").equals(reason));
    }

    private void nameEverybody(Client manager, String path) {
        db.sql("update import_person set member_id = ? where import_id = ?")
                .params(manager.member(), id(path))
                .update();
    }

    private JsonNode finish(Client manager, String path) {
        nameEverybody(manager, path);
        var done = ImportUpload.over(manager, path, () -> {});
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        return done;
    }

    private void stateBecomes(Client manager, UUID id, String state) {
        await().atMost(PATIENCE).until(() -> state(manager, id).equals(state));
    }

    private static String state(Client manager, UUID id) {
        return manager.get("/api/imports/" + id).text("/state");
    }

    private int rows(String table, String path) {
        return db.sql("select count(*) from %s where import_id = ?".formatted(table))
                .param(id(path))
                .query(Integer.class)
                .single();
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static int comments(Client manager, String project) {
        return history(manager, project).split("\"Commented\"", -1).length - 1;
    }

    private static String history(Client manager, String project) {
        var key = manager.get("/api/work-items?project=" + project).text("/items/0/key");
        return manager.get("/api/work-items/" + key + "/history?limit=200")
                .response()
                .body();
    }
}
