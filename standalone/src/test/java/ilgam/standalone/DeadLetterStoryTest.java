package ilgam.standalone;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import ilgam.trial.Client;

import static org.assertj.core.api.Assertions.assertThat;

/** A poison event of the projection of items, made by a constraint, in the whole system. */
@Tag("system")
class DeadLetterStoryTest {

    private static final String POISON = "A title that breaks the list";

    private final Client member = Ilgam.member("Radia Perlman");

    @Test
    void a_change_that_cannot_be_projected_is_answered_as_set_aside_and_retried_by_an_operator() throws SQLException {
        var project = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", project, "name", "Bridges", "visibility", "open"))
                .expect(201);
        var task = Map.of("project", project, "title", POISON);
        change("alter table item_version add constraint poison check (title <> '%s') not valid".formatted(POISON));
        JsonNode letter;
        try {
            var stored = member.send("POST", "/api/tasks", task, "Idempotency-Key", "spanning-tree")
                    .expect(202);
            assertThat(stored.text("reason")).isEqualTo("set-aside");
            member.post("/api/tasks", Map.of("project", project, "title", "Another"))
                    .expect(201);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(deadLettersByHealth()).isOne());
            member.get("/api/dead-letters").expect(403);
            letter = Ilgam.admin().get("/api/dead-letters").expect(200).json().at("/items/0");
            assertThat(letter.path("id").asString()).startsWith("work:");
            assertThat(letter.path("projection").asString()).isEqualTo("items");
            assertThat(letter.path("item").asString()).isEqualTo(stored.text("item"));
            assertThat(letter.path("cause").asString())
                    .contains("constraint poison")
                    .doesNotContain(POISON);
        } finally {
            change("alter table item_version drop constraint poison");
        }

        var retried = Ilgam.admin()
                .post("/api/dead-letters/" + letter.path("id").asString() + "/retry", Map.of())
                .expect(200);
        assertThat(retried.json().path("handled").asBoolean()).isTrue();
        assertThat(member.get("/api/tasks/" + letter.path("item").asString())
                        .expect(200)
                        .text("title"))
                .isEqualTo(POISON);
        member.send("POST", "/api/tasks", task, "Idempotency-Key", "spanning-tree")
                .expect(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(deadLettersByHealth()).isZero());
    }

    private int deadLettersByHealth() {
        return member.get("/api/health")
                .expect(200)
                .json()
                .at("/contexts/work/deadLetters")
                .asInt(-1);
    }

    private static void change(String sql) throws SQLException {
        try (var connection = Ilgam.system().database("ilgam_work");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
