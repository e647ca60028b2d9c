package ilgam.member.identity.api;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.test.AtOnce;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.member.test.ServiceClient.Somebody;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Deactivating, reactivating and merging members, by admins. */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MembershipApiTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final ServiceClient service;
    private final JdbcClient db;

    MembershipApiTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
    }

    @Test
    void a_deactivated_member_is_logged_out_at_once() {
        var ada = service.somebody("Ada");
        var token = accessToken(ada);

        var answer = service.put(deactivation(ada.id()), "", as("ADMIN"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body().at("/active").asBoolean()).isFalse();
        assertThat(answer.body().at("/account").asBoolean()).isTrue();
        assertThat(service.exchange("session", ada.cookie()).status()).isEqualTo(401);
        assertThat(service.exchange("token", token).status()).isEqualTo(401);
        var again = service.logIn(ada.email(), ServiceClient.PASSWORD);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.text("/reason")).isEqualTo("account-deactivated");
        assertThat(service.logIn(ada.email(), "not her password").text("/reason"))
                .isEqualTo("wrong-credentials");
        assertThat(rows("session", ada.id())).isZero();
        assertThat(service.get("/api/members?q=" + ada.id(), as("MEMBER"))
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void a_reactivated_member_logs_in_with_the_previous_password() {
        var ada = service.somebody("Ada");
        var token = accessToken(ada);
        service.put(deactivation(ada.id()), "", as("ADMIN"));

        var answer = service.delete(deactivation(ada.id()), as("ADMIN"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/active").asBoolean()).isTrue();
        assertThat(service.logIn(ada.email(), ServiceClient.PASSWORD).status()).isEqualTo(200);
        assertThat(service.exchange("session", ada.cookie()).status()).isEqualTo(401);
        assertThat(service.exchange("token", token).status()).isEqualTo(401);
    }

    @Test
    void deactivating_is_idempotent() {
        var ada = service.somebody("Ada");
        service.put(deactivation(ada.id()), "", as("ADMIN"));

        assertThat(service.put(deactivation(ada.id()), "", as("ADMIN")).header("ETag"))
                .isEqualTo("\"1\"");
    }

    @Test
    void a_stale_change_of_status_is_refused() {
        var ada = service.somebody("Ada");
        service.put(deactivation(ada.id()), "", as("ADMIN"));
        service.delete(deactivation(ada.id()), as("ADMIN"));

        assertThat(service.put(deactivation(ada.id()), "", as("ADMIN"), "If-Match: \"0\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.delete(deactivation(ada.id()), as("ADMIN"), "If-Match: \"0\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.delete("/api/members/" + ada.id(), as("ADMIN"), "If-Match: \"0\"")
                        .status())
                .isEqualTo(412);
        service.put("/api/members/" + ada.id() + "/role", "{\"role\": \"MANAGER\"}", as("ADMIN"));
        assertThat(service.put(deactivation(ada.id()), "", as("ADMIN"), "If-Match: \"2\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_two_concurrent_changes_of_the_same_version_one_is_refused() {
        var ada = service.somebody("Ada");
        var role = "/api/members/" + ada.id() + "/role";

        var roles = AtOnce.call(Stream.of("MANAGER", "ADMIN")
                .map(to -> () -> service.put(role, "{\"role\": \"" + to + "\"}", as("ADMIN"), "If-Match: \"0\"")));
        var ways = AtOnce.call(Stream.of(
                () -> service.put(deactivation(ada.id()), "", as("ADMIN"), "If-Match: \"1\""),
                () -> service.put(deactivation(ada.id()), "", as("ADMIN"), "If-Match: \"1\"")));

        assertThat(roles).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(ways).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void the_last_admin_can_be_neither_demoted_deactivated_nor_erased() {
        var first = theFirst();

        assertThat(service.put(deactivation(first), "", as("ADMIN")).text("/reason"))
                .isEqualTo("last-admin");
        var erased = service.delete("/api/members/" + first, as("ADMIN"));
        assertThat(erased.status()).isEqualTo(409);
        assertThat(erased.text("/reason")).isEqualTo("last-admin");
    }

    @Test
    void of_two_admins_who_deactivate_each_other_concurrently_one_remains() {
        var first = theFirst();
        var ada = service.somebody("Ada");
        service.put("/api/members/" + ada.id() + "/role", "{\"role\": \"ADMIN\"}", as("ADMIN"));

        var answers = AtOnce.call(Stream.of(
                () -> service.put(deactivation(first), "", as("ADMIN")),
                () -> service.delete("/api/members/" + ada.id(), as("ADMIN"))));

        assertThat(answers).extracting(Answer::status).contains(409).containsAnyOf(200, 204);
        assertThat(db.sql("select count(*) from member where role = 'ADMIN' and active")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        service.delete(deactivation(first), as("ADMIN"));
        if (answers.getFirst().status() == 409) return;
        service.put("/api/members/" + ada.id() + "/role", "{\"role\": \"MEMBER\"}", as("ADMIN"));
    }

    @Test
    void members_cannot_deactivate_themselves() {
        var ada = service.somebody("Ada");
        var token = "Authorization: Bearer " + Tokens.of(ada.id(), "ADMIN");

        var answer = service.put(deactivation(ada.id()), "", token);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/reason")).isEqualTo("oneself");
    }

    @Test
    void a_deactivated_admin_can_no_longer_act() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");
        var token = "Authorization: Bearer " + Tokens.of(ada.id(), "ADMIN");
        service.put(deactivation(ada.id()), "", as("ADMIN"));

        assertThat(service.put(deactivation(lin.id()), "", token).status()).isEqualTo(401);
        assertThat(service.delete(deactivation(lin.id()), token).status()).isEqualTo(401);
        assertThat(service.delete("/api/members/" + lin.id(), token).status()).isEqualTo(401);
        assertThat(service.put("/api/members/" + lin.id() + "/role", "{\"role\": \"ADMIN\"}", token)
                        .status())
                .isEqualTo(401);
        assertThat(service.patch("/api/members/me", "{\"displayName\": \"Ghost\"}", ada.bearer())
                        .status())
                .isEqualTo(401);
        assertThat(service.get("/api/members/" + lin.id(), as("MEMBER")).text("/displayName"))
                .isEqualTo("Lin");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/deactivation,''",
        "DELETE,/deactivation,",
        "DELETE,'',",
        "PUT,/merger,'{\"into\": \"0199aaaa-0000-7000-8000-000000000001\"}'"
    })
    void only_admins_and_programs_with_the_scope_change_status(String method, String path, String body) {
        var ada = service.somebody("Ada");
        var all = "/api/members/" + ada.id() + path;

        assertThat(service.send(method, all, body).status()).isEqualTo(401);
        for (var role : List.of("MEMBER", "MANAGER")) {
            var refused = service.send(method, all, body, as(role));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/reason")).isEqualTo("role");
        }
        for (var scopes : List.of("read", "read write")) {
            var refused = service.send(method, all, body, program(scopes));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/reason")).isEqualTo("scope");
        }
        var unknown = "/api/members/" + UUID.randomUUID() + path;
        assertThat(service.send(method, unknown, body, as("ADMIN")).status()).isEqualTo(404);
        assertThat(service.send(method, all, body, program("read write admin")).status())
                .isNotIn(401, 403, 404, 500);
    }

    @Test
    void a_known_person_is_merged_into_a_member() {
        var person = announced("kimth");
        var ada = service.somebody("Ada");

        var answer = merge(person, ada.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/id")).isEqualTo(ada.id().toString());
        var shown = service.get("/api/members/" + person, as("MEMBER"));
        assertThat(shown.text("/id")).isEqualTo(person.toString());
        assertThat(shown.text("/mergedInto")).isEqualTo(ada.id().toString());
        assertThat(shown.text("/displayName")).isEqualTo("Ada");
        assertThat(service.get("/api/members?ids=" + person, as("MEMBER")).text("/items/0/displayName"))
                .isEqualTo("Ada");
        assertThat(service.get("/api/members?q=kimth", as("MEMBER")).body().at("/items"))
                .isEmpty();
        assertThat(service.get("/api/members?q=kimth&active=false", as("MEMBER"))
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(announced("kimth")).isEqualTo(ada.id());
        assertThat(merge(person, ada.id()).status()).isEqualTo(200);
    }

    @Test
    void earlier_mergers_follow_a_new_one() {
        var one = announced("chain-1");
        var two = announced("chain-2");
        var three = announced("chain-3");

        merge(one, two);
        merge(two, three);

        assertThat(service.get("/api/members/" + one, as("MEMBER")).text("/mergedInto"))
                .isEqualTo(three.toString());
        assertThat(announced("chain-1")).isEqualTo(three);
        assertThat(merge(announced("chain-4"), one).text("/reason")).isEqualTo("not-a-member");
    }

    @Test
    void two_persons_are_never_merged_into_each_other() {
        for (int n = 0; n < 5; n++) {
            var one = announced("circle-a" + n);
            var two = announced("circle-b" + n);

            var answers = AtOnce.call(Stream.of(() -> merge(one, two), () -> merge(two, one)));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void nobody_is_merged_into_a_merged_person_who_is_still_shown() {
        var one = announced("paused-1");
        var two = announced("paused-2");
        merge(one, two);
        db.sql("update member set merged_into = null where id = ?").param(one).update();

        var refused = merge(two, one);
        db.sql("update member set merged_into = ? where id = ?")
                .params(two, one)
                .update();

        assertThat(refused.text("/reason")).isEqualTo("not-a-member");
    }

    @Test
    void only_known_persons_are_merged_and_only_into_somebody() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");
        var person = announced("lonely");

        assertThat(merge(ada.id(), lin.id()).text("/reason")).isEqualTo("has-account");
        assertThat(merge(person, person).text("/reason")).isEqualTo("not-a-member");
        assertThat(merge(person, UUID.randomUUID()).text("/reason")).isEqualTo("not-a-member");
        assertThat(service.put("/api/members/" + person + "/merger", "{}", as("ADMIN"))
                        .status())
                .isEqualTo(400);
        assertThat(service.put("/api/members/" + person + "/merger", "{\"into\": \"x\"}", as("ADMIN"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void known_persons_and_deactivated_members_have_lists_of_their_own() {
        var word = "w" + UUID.randomUUID().toString().substring(0, 8);
        var person = announced(word + "-known");
        var gone = announced(word + "-gone");
        var ada = service.somebody(word + " Ada");
        service.put(deactivation(gone), "", as("ADMIN"));

        assertThat(listed("q=" + word)).containsExactly(ada.id().toString(), person.toString());
        assertThat(listed("q=" + word + "&account=false")).containsExactly(person.toString());
        assertThat(listed("q=" + word + "&account=true"))
                .containsExactly(ada.id().toString());
        assertThat(listed("q=" + word + "&active=false")).containsExactly(gone.toString());
    }

    private List<String> listed(String query) {
        return service.get("/api/members?" + query, as("MEMBER"))
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private Answer merge(UUID person, UUID into) {
        return service.put("/api/members/" + person + "/merger", "{\"into\": \"%s\"}".formatted(into), as("ADMIN"));
    }

    private UUID announced(String name) {
        var answer = service.post("/internal/people", "{\"names\": [\"%s\"]}".formatted(name));
        return UUID.fromString(answer.text("/people/" + name));
    }

    private String accessToken(Somebody member) {
        return service.post("/api/access-tokens", "{\"name\": \"ci\", \"scopes\": [\"read\"]}", member.bearer())
                .text("/token");
    }

    private UUID theFirst() {
        return db.sql("select member_id from founder").query(UUID.class).single();
    }

    private long rows(String table, UUID member) {
        return db.sql("select count(*) from " + table + " where member_id = ?")
                .param(member)
                .query(Long.class)
                .single();
    }

    private static String deactivation(UUID member) {
        return "/api/members/" + member + "/deactivation";
    }

    private static String as(String role) {
        return "Authorization: Bearer " + Tokens.of(UUID.randomUUID(), role);
    }

    private static String program(String scopes) {
        return "Authorization: Bearer "
                + Tokens.of(UUID.randomUUID(), "ADMIN", claims -> claims.claim("scope", scopes));
    }
}
