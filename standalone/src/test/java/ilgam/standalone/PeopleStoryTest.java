package ilgam.standalone;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.Multipart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Members join, get other roles, are deactivated and erased, in all contexts. */
@Tag("system")
class PeopleStoryTest {

    /** Longer than the gateway caches an exchange. */
    private static final Duration EVERYWHERE = Duration.ofSeconds(11);

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void a_known_person_joins_and_is_merged_with_their_imported_history() {
        var project = Ilgam.newKey();
        imported(project, "h.wozniak");
        var person = person("h.wozniak");
        var invitation = Ilgam.admin()
                .post("/api/invitations", Map.of("member", person))
                .expect(201)
                .text("token");
        var address = Ilgam.newAddress("Hanna Woźniak");
        var hanna = Ilgam.client();

        assertThat(hanna.post(
                                "/api/members",
                                Map.of(
                                        "email",
                                        address,
                                        "password",
                                        Ilgam.PASSWORD,
                                        "displayName",
                                        "Hanna Woźniak",
                                        "invitation",
                                        invitation))
                        .expect(201)
                        .text("id"))
                .isEqualTo(person);

        hanna.logIn(address, Ilgam.PASSWORD);
        var mine =
                hanna.get("/api/work-items?project=" + project + "&assignee=me").expect(200);
        assertThat(mine.text("items", 0, "title")).isEqualTo("Mend the fence");
        var key = mine.text("items", 0, "key");
        hanna.patch("/api/work-items/" + key, Map.of("priority", "HIGH")).expect(200);
        var history = hanna.get("/api/work-items/" + key + "/history").expect(200);
        assertThat(history.json().path("items"))
                .extracting(
                        event -> event.path("type").asString(),
                        event -> event.path("actor").asString())
                .contains(tuple("ItemAssigned", person), tuple("ItemPrioritised", person));
    }

    @Test
    void a_demotion_or_deactivation_takes_effect_everywhere_within_seconds() {
        var vera = Ilgam.member("Vera Rubin");
        var id = vera.get("/api/members/me").expect(200).text("id");
        Ilgam.admin()
                .put("/api/members/" + id + "/role", Map.of("role", "MANAGER"))
                .expect(200);
        Awaitility.await()
                .atMost(EVERYWHERE)
                .untilAsserted(() -> vera.get("/api/invitations").expect(200));
        var token = Ilgam.client()
                .bearing(vera.post("/api/access-tokens", Map.of("name", "report", "scopes", List.of("read")))
                        .expect(201)
                        .text("token"));
        token.get("/api/dashboard/summary").expect(200);

        Ilgam.admin()
                .put("/api/members/" + id + "/role", Map.of("role", "MEMBER"))
                .expect(200);
        Awaitility.await()
                .atMost(EVERYWHERE)
                .untilAsserted(() -> vera.get("/api/invitations").expect(403));

        Ilgam.admin().put("/api/members/" + id + "/deactivation", Map.of()).expect(200);
        for (var client : List.of(vera, token))
            for (var path : List.of("/api/members/me", "/api/my-work", "/api/dashboard/summary"))
                Awaitility.await()
                        .atMost(EVERYWHERE)
                        .untilAsserted(() -> client.get(path).expect(401));
    }

    @Test
    void after_an_erasure_only_the_id_is_left_and_every_figure_stays() throws SQLException, IOException {
        var project = Ilgam.newKey();
        imported(project, "m.zelle");
        var address = Ilgam.newAddress("Margaretha Zelle");
        var margaretha = Ilgam.client().join(address, Ilgam.PASSWORD, "Margaretha Zelle");
        var id = margaretha.get("/api/members/me").expect(200).text("id");
        Ilgam.admin()
                .put("/api/members/" + person("m.zelle") + "/merger", Map.of("into", id))
                .expect(200);
        margaretha
                .post("/api/access-tokens", Map.of("name", "zelle-laptop", "scopes", List.of("read")))
                .expect(201);
        Ilgam.client().post("/api/password-resets", Map.of("email", address)).expect(202);
        margaretha
                .post("/api/tasks", Map.of("project", project, "title", "Dance"))
                .expect(201);
        var traces = new Traces(Ilgam.system());
        var personal = List.of(address, "Margaretha Zelle", "m.zelle", "zelle-laptop");
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(traces.of(address)).anyMatch(place -> place.contains("outbox")));
        for (var value : personal) assertThat(traces.of(value)).as(value).isNotEmpty();
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(figures(project, id)).contains("\"todo\":1"));
        var before = figures(project, id);

        Ilgam.admin().delete("/api/members/" + id).expect(204);

        for (var value : personal) assertThat(traces.of(value)).as(value).isEmpty();
        assertThat(figures(project, id)).isEqualTo(before);
        assertThat(Ilgam.admin().get("/api/members/" + id).expect(200).text("displayName"))
                .isEqualTo("Former member");
        Awaitility.await()
                .atMost(EVERYWHERE)
                .untilAsserted(() -> margaretha.get("/api/my-work").expect(401));
    }

    /** The dashboard's figures of a member, without their own instant. */
    private static String figures(String project, String member) {
        var at = "2100-01-01T00:00:00Z";
        return Ilgam.admin()
                .get("/api/dashboard/flow?project=%s&member=%s&at=%s".formatted(project, member, at))
                .expect(200)
                .body();
    }

    private static String person(String name) {
        return Ilgam.admin()
                .get("/api/members?account=false&q=" + name)
                .expect(200)
                .text("items", 0, "id");
    }

    /** Imports one open item of this person. */
    private static void imported(String project, String person) {
        var form = new Multipart()
                .field("project", project)
                .file("workflow", "workflow.json", """
                        {"statuses":[{"name":"Open","category":"todo"},{"name":"Closed","category":"done"}]}
                        """.getBytes(UTF_8))
                .file("items", "items.ndjson", """
                        {"id":"A-1","project":"A","kind":"task","title":"Mend the fence","created_at":"2020-01-01T00:00:00Z","reporter":"%s"}
                        """.formatted(person).getBytes(UTF_8))
                .file("events", "events.ndjson", """
                        {"item_id":"A-1","seq":0,"at":"2020-01-01T00:00:00Z","actor":"%1$s","field":"created","from":null,"to":null}
                        {"item_id":"A-1","seq":1,"at":"2020-01-02T00:00:00Z","actor":"%1$s","field":"assignee","from":null,"to":"%1$s"}
                        {"item_id":"A-1","seq":2,"at":"2020-01-02T00:00:00Z","actor":"%1$s","field":"status","from":null,"to":"Open"}
                        """.formatted(person).getBytes(UTF_8));
        var done = Import.begin(Ilgam.admin(), form).finish(LIMIT);
        assertThat(done.path("items").path("done").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(done.path("rejected")).as(done.toString()).isEmpty();
    }
}
