package ilgam.member.people.api;

import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.test.AtOnce;
import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.member.test.ServiceClient.Somebody;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RunningMember
class TeamApiTest {

    private final ServiceClient service;
    private final JdbcClient db;

    TeamApiTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
    }

    @Test
    void a_manager_creates_a_team_and_leads_it() {
        var ada = service.somebody("Ada");

        var answer = form(aName(), as("MANAGER", ada));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/teams/" + answer.text("/id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.text("/leads/0")).isEqualTo(ada.id().toString());
        assertThat(answer.text("/members/0/member")).isEqualTo(ada.id().toString());
        assertThat(answer.body().at("/members/0/lead").asBoolean()).isTrue();
        assertThat(answer.body().at("/size").asInt()).isEqualTo(1);
        assertThat(answer.body().at("/mine").asBoolean()).isTrue();
    }

    @Test
    void concurrent_creates_with_the_same_key_form_one_team() {
        var manager = as("MANAGER", service.somebody("Ada"));
        var body = "{\"name\": \"" + aName() + "\"}";
        var key = "Idempotency-Key: " + UUID.randomUUID();

        var answers =
                AtOnce.call(IntStream.range(0, 8).mapToObj(_ -> () -> service.post("/api/teams", body, manager, key)));

        assertThat(answers)
                .extracting(answer -> answer.status())
                .containsOnlyOnce(201)
                .isSubsetOf(201, 409);
        var formed = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findAny()
                .orElseThrow();
        assertThat(service.post("/api/teams", body, manager, key).text("/id")).isEqualTo(formed.text("/id"));
    }

    @Test
    void every_member_sees_a_team_in_the_list() {
        var lin = service.somebody("Lin");
        var team = formedBy(service.somebody("Ada"));

        var found = service.get("/api/teams?limit=200&count=true", lin.bearer());

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().at("/total").asLong()).isPositive();
        assertThat(found.body()
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/id").asString()))
                .contains(team);
    }

    @Test
    void the_list_is_paged() {
        var ada = service.somebody("Ada");
        IntStream.range(0, 3).forEach(n -> formedBy(ada));

        var first = service.get("/api/teams?limit=2", ada.bearer());
        var second = service.get("/api/teams?limit=2&cursor=" + first.text("/next"), ada.bearer());

        assertThat(first.body().at("/items")).hasSize(2);
        assertThat(second.text("/items/0/id")).isNotEqualTo(first.text("/items/1/id"));
        assertThat(service.get("/api/teams?cursor=x", ada.bearer()).status()).isEqualTo(400);
    }

    @Test
    void no_two_teams_have_the_same_name_without_regard_to_case() {
        var ada = service.somebody("Ada");
        var name = aName();
        form(name, as("MANAGER", ada));

        var again = form(name.toUpperCase(Locale.ROOT), as("MANAGER", ada));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/reason")).isEqualTo("team-name-taken");
    }

    @Test
    void of_many_concurrent_requests_for_one_name_one_succeeds() {
        var ada = service.somebody("Ada");
        var name = aName();

        var answers = AtOnce.call(IntStream.range(0, 5).mapToObj(n -> () -> form(name, as("MANAGER", ada))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409, 409);
    }

    @Test
    void a_name_is_free_again_when_its_team_is_renamed_or_disbanded() {
        var ada = service.somebody("Ada");
        var name = aName();
        var team = form(name, as("MANAGER", ada)).text("/id");

        var renamed = service.patch("/api/teams/" + team, "{\"name\": \"%s\"}".formatted(aName()), as("MANAGER", ada));
        var next = form(name, as("MANAGER", ada));
        var gone = service.delete("/api/teams/" + next.text("/id"), as("MANAGER", ada));

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(next.status()).isEqualTo(201);
        assertThat(gone.status()).isEqualTo(204);
        assertThat(service.get("/api/teams/" + next.text("/id"), ada.bearer()).status())
                .isEqualTo(404);
        assertThat(form(name, as("MANAGER", ada)).status()).isEqualTo(201);
    }

    @Test
    void a_name_that_was_refused_is_free_at_once() {
        var ada = service.somebody("Ada");
        var name = aName();
        var team = form(aName(), as("MANAGER", ada)).text("/id");
        service.patch("/api/teams/" + team, "{\"name\": \"%s\"}".formatted(aName()), as("MANAGER", ada));

        var refused = service.patch(
                "/api/teams/" + team, "{\"name\": \"%s\"}".formatted(name), as("MANAGER", ada), "If-Match: \"0\"");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(form(name, as("MANAGER", ada)).status()).isEqualTo(201);
    }

    @Test
    void creating_a_team_repeated_with_its_key_happens_once() {
        var ada = service.somebody("Ada");
        var name = aName();
        var key = "Idempotency-Key: " + UUID.randomUUID();

        var first = form(name, as("MANAGER", ada), key);
        var second = form(name, as("MANAGER", ada), key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "{\"name\": \" \"}", "{\"name\": \"a\\nb\"}", "{\"name\": \"x\", \"colour\": \"red\"}"})
    void an_invalid_name_is_refused(String body) {
        var answer = service.post("/api/teams", body, as("MANAGER", service.somebody("Ada")));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_concurrently_changed_name_is_not_overwritten() {
        var ada = service.somebody("Ada");
        var team = formedBy(ada);
        service.patch("/api/teams/" + team, "{\"name\": \"%s\"}".formatted(aName()), as("MANAGER", ada));

        var stale = service.patch(
                "/api/teams/" + team, "{\"name\": \"%s\"}".formatted(aName()), as("MANAGER", ada), "If-Match: \"0\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/reason")).isEqualTo("stale");
    }

    @Test
    void a_stale_change_of_a_membership_is_refused() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");
        var kim = service.somebody("Kim");
        var team = "/api/teams/" + formedBy(ada);
        var manager = as("MANAGER", ada);
        var formed = "If-Match: " + service.get(team, manager).header("ETag");
        service.put(team + "/members/" + lin.id(), "", manager, formed);

        for (var place : List.of("/members/", "/leads/")) {
            assertStale(service.put(team + place + lin.id(), "", manager, formed));
            assertStale(service.delete(team + place + lin.id(), manager, formed));
        }
        assertStale(service.delete(team, manager, formed));
        var joined = service.put(team + "/members/" + kim.id(), "", manager, formed);
        assertThat(joined.status()).as("Kim's membership has not changed").isEqualTo(200);
        assertThat(service.delete(team, manager, "If-Match: " + joined.header("ETag"))
                        .status())
                .isEqualTo(204);
    }

    private static void assertStale(Answer answer) {
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.text("/reason")).isEqualTo("stale");
    }

    @Test
    void a_known_version_is_not_sent_again() {
        var ada = service.somebody("Ada");

        assertThat(service.get("/api/teams/" + formedBy(ada), ada.bearer(), "If-None-Match: \"0\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void members_join_lead_and_leave() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");
        var team = "/api/teams/" + formedBy(ada);
        var manager = as("MANAGER", ada);

        assertThat(service.put(team + "/leads/" + lin.id(), "", manager).text("/reason"))
                .isEqualTo("not-in-team");
        assertThat(service.put(team + "/members/" + lin.id(), "", manager)
                        .body()
                        .at("/size")
                        .asInt())
                .isEqualTo(2);
        assertThat(service.put(team + "/leads/" + lin.id(), "", manager).body().at("/leads"))
                .hasSize(2);
        assertThat(service.delete(team + "/leads/" + ada.id(), manager).text("/leads/0"))
                .isEqualTo(lin.id().toString());
        assertThat(service.delete(team + "/members/" + lin.id(), manager).text("/reason"))
                .isEqualTo("last-lead");
        assertThat(service.delete(team + "/members/" + ada.id(), manager)
                        .body()
                        .at("/size")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void only_active_members_of_the_directory_join() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");
        var team = "/api/teams/" + formedBy(ada);
        deactivate(lin);

        assertThat(service.put(team + "/members/" + UUID.randomUUID(), "", as("MANAGER", ada))
                        .status())
                .isEqualTo(404);
        assertThat(service.put(team + "/members/" + lin.id(), "", as("MANAGER", ada))
                        .text("/reason"))
                .isEqualTo("not-active");
    }

    @Test
    void the_token_has_the_teams_that_a_member_belongs_to_and_leads() throws ParseException {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");
        var team = formedBy(ada);
        service.put("/api/teams/" + team + "/members/" + lin.id(), "", as("MANAGER", ada));

        assertThat(claim(ada, "teams")).containsExactly(team);
        assertThat(claim(ada, "leads")).containsExactly(team);
        assertThat(claim(lin, "teams")).containsExactly(team);
        assertThat(claim(lin, "leads")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "anonymous, 401, 401, 401, 401, 401, 401",
        "MEMBER,    403, 403, 403, 403, 403, 200",
        "mate,      403, 403, 403, 403, 403, 200",
        "lead,      403, 200, 200, 403, 403, 200",
        "MANAGER,   201, 200, 200, 200, 204, 200",
        "ADMIN,     201, 200, 200, 200, 204, 200",
        "reader,    403, 403, 403, 403, 403, 200",
        "writer,    201, 200, 200, 200, 204, 200"
    })
    void permissions_for_teams(String who, int form, int rename, int admit, int appoint, int disband, int read) {
        var ada = service.somebody("Ada");
        var mate = service.somebody("Mate");
        var newcomer = service.somebody("Newcomer");
        var team = "/api/teams/" + formedBy(ada);
        service.put(team + "/members/" + mate.id(), "", as("MANAGER", ada));
        var asked = switch (who) {
            case "anonymous" -> "X-Nobody: 1";
            case "mate" -> mate.bearer();
            case "lead" -> ada.bearer();
            case "reader" -> scoped("read");
            case "writer" -> scoped("read write");
            default ->
                "Authorization: " + Tokens.bearer(service.somebody("Somebody").id(), who);
        };

        assertThat(service.post(
                                "/api/teams",
                                "{\"name\": \"%s\", \"lead\": \"%s\"}".formatted(aName(), ada.id()),
                                asked)
                        .status())
                .isEqualTo(form);
        assertThat(service.patch(team, "{\"name\": \"%s\"}".formatted(aName()), asked)
                        .status())
                .isEqualTo(rename);
        assertThat(service.put(team + "/members/" + newcomer.id(), "", asked).status())
                .isEqualTo(admit);
        assertThat(service.delete(team + "/members/" + newcomer.id(), asked).status())
                .isEqualTo(admit);
        assertThat(service.put(team + "/leads/" + mate.id(), "", asked).status())
                .isEqualTo(appoint);
        assertThat(service.delete(team + "/leads/" + mate.id(), asked).status()).isEqualTo(appoint);
        assertThat(service.get(team, asked).status()).isEqualTo(read);
        assertThat(service.get("/api/teams", asked).status()).isEqualTo(read);
        assertThat(service.delete(team, asked).status()).isEqualTo(disband);
    }

    @Test
    void the_lead_of_one_team_does_not_run_another() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");
        formedBy(ada);
        var other = "/api/teams/" + formedBy(lin);

        assertThat(service.put(other + "/members/" + ada.id(), "", ada.bearer()).status())
                .isEqualTo(403);
    }

    @Test
    void an_erased_lead_leaves_and_the_longest_standing_member_leads() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");
        var team = "/api/teams/" + formedBy(ada);
        var alone = "/api/teams/" + formedBy(ada);
        service.put(team + "/members/" + lin.id(), "", as("MANAGER", ada));

        assertThat(service.delete("/api/members/" + ada.id(), as("ADMIN", lin)).status())
                .isEqualTo(204);

        await().untilAsserted(() -> assertThat(service.get(team, lin.bearer()).text("/leads/0"))
                .isEqualTo(lin.id().toString()));
        await().untilAsserted(() -> {
            assertThat(service.get(team, lin.bearer()).body().at("/size").asInt())
                    .isEqualTo(1);
            assertThat(service.get(alone, lin.bearer()).status()).isEqualTo(404);
        });
    }

    @Test
    void a_deactivated_member_gets_no_token() {
        var ada = service.somebody("Ada");
        deactivate(ada);

        assertThat(service.exchange("session", ada.cookie()).status()).isEqualTo(401);
    }

    private List<String> claim(Somebody somebody, String name) throws ParseException {
        var jwt = service.exchange("session", somebody.cookie()).text("/jwt");
        return SignedJWT.parse(jwt).getJWTClaimsSet().getStringListClaim(name);
    }

    private String formedBy(Somebody somebody) {
        return form(aName(), as("MANAGER", somebody)).text("/id");
    }

    private Answer form(String name, String... headers) {
        return service.post("/api/teams", "{\"name\": \"%s\"}".formatted(name), headers);
    }

    private void deactivate(Somebody somebody) {
        service.put("/api/members/" + somebody.id() + "/deactivation", "", as("ADMIN", service.somebody("Admin")));
    }

    private static String as(String role, Somebody somebody) {
        return "Authorization: " + Tokens.bearer(somebody.id(), role);
    }

    private String scoped(String scope) {
        var manager = service.somebody("Manager").id();
        return "Authorization: Bearer " + Tokens.of(manager, "MANAGER", claims -> claims.claim("scope", scope));
    }

    private static String aName() {
        return "Team " + UUID.randomUUID();
    }
}
