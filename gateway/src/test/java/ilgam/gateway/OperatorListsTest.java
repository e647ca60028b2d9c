package ilgam.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorListsTest {

    static final Running gateway = new Running().withAll();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void dead_letters_of_all_contexts_are_one_list_in_the_order_in_which_they_were_set_aside() throws Exception {
        gateway.member.answering("/api/dead-letters", 200, page("member:b 2026-03-02T00:00:00Z"));
        gateway.work.answering(
                "/api/dead-letters", 200, page("work:a 2026-03-01T00:00:00Z", "work:c 2026-03-02T00:00:00.500Z"));
        gateway.dashboard.answering("/api/dead-letters", 200, page("dashboard:z 2026-03-02T00:00:00Z"));
        gateway.work.asked.clear();

        var page = Running.json(gateway.get("/api/dead-letters?limit=3&cursor=abc%3D"));
        var ids = new ArrayList<String>();
        page.path("items").forEach(letter -> ids.add(letter.path("id").asString()));
        assertThat(ids).containsExactly("work:a", "dashboard:z", "member:b");
        var cursor = new String(
                java.util.Base64.getUrlDecoder().decode(page.path("next").asString()),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(cursor).isEqualTo("[\"2026-03-02T00:00:00Z\",\"member:b\"]");
        assertThat(gateway.work.next().uri()).isEqualTo("/api/dead-letters?limit=3&cursor=abc%3D");

        assertThat(Running.json(gateway.get("/api/dead-letters")).path("next").isNull())
                .isTrue();
        assertThat(gateway.get("/api/dead-letters?limit=many").statusCode()).isEqualTo(400);

        gateway.dashboard.answering("/api/dead-letters", 403, "{\"reason\":\"role\"}");
        var refused = gateway.get("/api/dead-letters");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("role");
    }

    @Test
    void projections_of_all_contexts_are_one_list() {
        gateway.member.answering("/api/projections", 200, "{\"items\":[{\"context\":\"member\",\"name\":\"teams\"}]}");
        gateway.work.answering("/api/projections", 200, "{\"items\":[{\"context\":\"work\",\"name\":\"items\"}]}");
        gateway.dashboard.answering("/api/projections", 200, "{\"items\":[]}");

        assertThat(Running.json(gateway.get("/api/projections"))
                        .at("/items/1/name")
                        .asString())
                .isEqualTo("items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/dead-letters/work:1/retry",
                "/api/dead-letters/work%3A1/discard",
                "/api/projections/work/items/pause"
            })
    void a_retry_or_discard_goes_to_the_letter_s_context(String path) throws Exception {
        gateway.work.asked.clear();
        assertThat(gateway.send("POST", path, "{}").statusCode()).isEqualTo(200);
        assertThat(gateway.work.next().uri()).isEqualTo(path);
    }

    @Test
    void a_letter_of_no_context_is_not_found() {
        var path = "/api/dead-letters/nobody:1/retry";
        var jwt = Running.jwt(Map.of("sub", "lin", "role", "ADMIN", "scope", "read write admin"));
        gateway.member.answering("/internal/exchange", 200, "{\"jwt\":\"%s\"}".formatted(jwt));

        assertThat(gateway.send("POST", path, "").statusCode()).isEqualTo(401);
        assertThat(gateway.send("POST", path, "", "Authorization", "Bearer ilgam_LinLinLinLinLinLinLin")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void health_counts_dead_letters_and_stays_ready() {
        gateway.register("work-context", "w1", gateway.work.port(), "up", 3);
        var answer = gateway.get("/api/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        var contexts = Running.json(answer).path("contexts");
        assertThat(contexts.at("/work/deadLetters").asInt()).isEqualTo(3);
        assertThat(contexts.at("/member/deadLetters").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN,  read write admin, 200",
        "ADMIN,  read write,       403",
        "MANAGER,read write admin, 403",
        "MEMBER, read write admin, 403"
    })
    void admins_see_every_instance(String role, String scope, int status) {
        var jwt = Running.jwt(Map.of("sub", role, "role", role, "scope", scope));
        var token = "ilgam_TokenOf" + role + scope.length() + "xxxxxxxxxxxx";
        gateway.member.answering("/internal/exchange", 200, "{\"jwt\":\"%s\"}".formatted(jwt));

        var answer = gateway.get("/api/services", "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 200)
            assertThat(Running.json(answer)
                            .path("items")
                            .valueStream()
                            .map(each -> each.path("service").asString()))
                    .containsExactly("gateway", "member", "work", "dashboard");
    }

    @Test
    void only_admins_see_the_services() {
        assertThat(gateway.get("/api/services").statusCode()).isEqualTo(401);
    }

    private static String page(String... letters) {
        var items = List.of(letters).stream()
                .map(letter -> letter.split(" "))
                .map(letter -> "{\"id\":\"%s\",\"at\":\"%s\"}".formatted(letter[0], letter[1]))
                .toList();
        return "{\"items\":" + items + ",\"next\":null}";
    }
}
