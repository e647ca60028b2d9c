package ilgam.work.api;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An import that breaks again and again ends, with a reason, and holds up no other; an outage ends none. */
class ImportTriesTest extends Office {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void break_imports_into_the_project_BROKEN() {
        db.sql("""
                create function broken() returns trigger language plpgsql as
                $$ begin raise exception 'a fault that comes each time'; end $$""").update();
        db.sql("""
                create trigger broken before update of step on import for each row
                when (new.project_key = 'BROKEN') execute function broken()""").update();
    }

    @AfterEach
    void mend() {
        db.sql("drop function broken cascade").update();
        db.sql("delete from import").update();
    }

    @Test
    void an_import_that_breaks_at_each_try_is_given_up_and_holds_up_no_other() {
        var manager = manager();
        var broken = imported("BROKEN", "stage", 0);
        var sound = imported("SOUND", "stage", 0);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(view(manager, sound).path("state").asString()).isEqualTo("done");
            assertThat(view(manager, broken).path("waiting").asString()).isEqualTo("interrupted");
        });
        assertThat(view(manager, broken).path("state").asString()).isEqualTo("running");

        afterTries(broken, 4);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var givenUp = view(manager, broken);
            assertThat(givenUp.path("state").asString()).isEqualTo("failed");
            assertThat(givenUp.path("failure").asString()).contains("given up after 5 tries", "in the log");
            assertThat(givenUp.path("failureReason").asString()).isEqualTo("given-up");
            assertThat(givenUp.has("waiting")).isFalse();
        });
    }

    @Test
    void an_import_that_ended_the_service_at_each_try_is_given_up() {
        var manager = manager();
        var deadly = imported("DEADLY", "stage", 5);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(view(manager, deadly).path("state").asString()).isEqualTo("failed");
            assertThat(view(manager, deadly).path("failure").asString()).contains("ended the service each time");
        });
    }

    @Test
    void waiting_for_another_context_counts_as_no_try() {
        var manager = manager();
        var waiting = imported("WAITING", "announce", 4);
        db.sql("insert into import_person (import_id, name) values (?, 'Ada')")
                .param(waiting)
                .update();

        await().atMost(PATIENCE)
                .until(() -> view(manager, waiting).path("waiting").asString().equals("member-context-away"));
        assertThat(view(manager, waiting).path("state").asString()).isEqualTo("running");
        await().until(() -> tries(waiting) == 4);
    }

    private UUID imported(String project, String step, int tries) {
        var id = UUID.randomUUID();
        db.sql("""
                insert into import (id, project_key, project_id, own_project, asked_by, state, step, tries)
                values (?, ?, gen_random_uuid(), true, gen_random_uuid(), 'running', ?, ?)""").params(id, project, step, tries).update();
        return id;
    }

    /** As if so many tries and the pauses behind them were over. */
    private void afterTries(UUID id, int tries) {
        db.sql("update import set tries = ?, leased_until = null where id = ?")
                .params(tries, id)
                .update();
    }

    private int tries(UUID id) {
        return db.sql("select tries from import where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static JsonNode view(Client manager, UUID id) {
        var answer = manager.get("/api/imports/" + id);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
