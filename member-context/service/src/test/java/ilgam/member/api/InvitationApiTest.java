package ilgam.member.api;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who may sign up, and inviting those who may not. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InvitationApiTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final Door door;
    private final JdbcClient db;

    InvitationApiTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.door = new Door(port);
        this.db = db;
    }

    @AfterEach
    void open() {
        rule("{\"mode\": \"open\", \"domains\": []}");
    }

    @Test
    void whoever_accepts_an_invitation_into_a_team_belongs_to_it() {
        var first = door.somebody("First");
        var manager = "Authorization: Bearer " + Tokens.of(first.id(), "MANAGER");
        var team =
                door.post("/api/teams", "{\"name\": \"Night Shift\"}", manager).text("/id");
        assertThat(invite("{\"team\": \"" + UUID.randomUUID() + "\"}", "MANAGER")
                        .status())
                .isEqualTo(404);
        var invitation = invite("{\"team\": \"" + team + "\"}", "MANAGER");
        assertThat(invitation.text("/team")).isEqualTo(team);

        var joined = signUp(invitation.text("/token"), "x.example").text("/id");

        await().untilAsserted(() -> assertThat(
                        door.get("/api/teams/" + team, manager).body().at("/members"))
                .extracting(member -> member.path("member").asString())
                .contains(joined));
    }

    @Test
    void an_invitation_admits_once_with_its_role() {
        door.somebody("First");
        assertThat(rule("{\"mode\": \"invitation\"}").text("/signUp/mode")).isEqualTo("invitation");
        assertThat(signUp(null, "x.example").text("/reason")).isEqualTo("invitation-needed");
        var invitation = invite("{\"role\": \"MANAGER\"}", "ADMIN");
        var token = invitation.text("/token");
        assertThat(invitation.text("/link")).endsWith("/invitation/" + token);
        assertThat(byToken(token).text("/state")).isEqualTo("open");

        var answers = AtOnce.ask(IntStream.range(0, 2).mapToObj(n -> () -> signUp(token, "x.example")));

        assertThat(answers).extracting(Door.Answer::status).containsExactlyInAnyOrder(201, 409);
        var made = answers.stream()
                .filter(each -> each.status() == 201)
                .findFirst()
                .orElseThrow();
        assertThat(made.text("/role")).isEqualTo("MANAGER");
        assertThat(byToken(token).text("/state")).isEqualTo("accepted");
        assertThat(signUp(token, "x.example").text("/reason")).isEqualTo("invitation-used");
        var listed = door.get("/api/invitations?limit=1", as("MANAGER"));
        assertThat(listed.text("/items/0/acceptedBy")).isEqualTo(made.text("/id"));
        assertThat(listed.body().at("/items/0/token").isMissingNode()).isTrue();
    }

    @Test
    void what_is_over_admits_nobody() {
        door.somebody("First");
        var revoked = invite("{}", "MANAGER");
        assertThat(door.delete("/api/invitations/" + revoked.text("/id"), as("MANAGER"))
                        .status())
                .isEqualTo(204);
        var expired = invite("{}", "MANAGER");
        db.sql("update invitation set expires_at = now() where id = ?")
                .param(UUID.fromString(expired.text("/id")))
                .update();

        var first = signUp(revoked.text("/token"), "x.example");
        var second = signUp(expired.text("/token"), "x.example");
        var third = signUp("nonsense", "x.example");

        assertThat(first.status()).isEqualTo(410);
        assertThat(first.text("/reason")).isEqualTo("invitation-revoked");
        assertThat(second.status()).isEqualTo(410);
        assertThat(second.text("/reason")).isEqualTo("invitation-expired");
        assertThat(third.status()).isEqualTo(404);
        assertThat(third.text("/reason")).isEqualTo("invitation-unknown");
        assertThat(byToken("nonsense").status()).isEqualTo(404);
    }

    @Test
    void an_address_of_the_company_admits() {
        door.somebody("First");
        rule("{\"mode\": \"domains\", \"domains\": [\"Company.example\"]}");

        assertThat(signUp(null, "elsewhere.example").text("/reason")).isEqualTo("domain-not-allowed");
        assertThat(signUp(null, "COMPANY.example").status()).isEqualTo(201);
        var told = door.get("/api/sign-up");
        assertThat(told.text("/mode")).isEqualTo("domains");
        assertThat(told.text("/domains/0")).isEqualTo("company.example");
        assertThat(told.body().at("/firstMember").asBoolean()).isFalse();
    }

    @Test
    void an_address_gets_the_invitation_by_mail() {
        door.somebody("First");

        var invitation = invite("{\"email\": \"lin@example.com\", \"expiresInDays\": 90}", "MANAGER");

        assertThat(invitation.status()).isEqualTo(201);
        assertThat(invitation.body().at("/mailed").asBoolean()).isTrue();
        assertThat(byToken(invitation.text("/token")).text("/email")).isEqualTo("lin@example.com");
    }

    @Test
    void an_address_that_has_an_account_is_not_invited() {
        var ada = door.somebody("Ada");

        var answer = invite("{\"email\": \"" + ada.email().toUpperCase(Locale.ROOT) + "\"}", "MANAGER");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/reason")).isEqualTo("email-taken");
    }

    @Test
    void only_managers_and_admins_invite_and_only_admins_give_roles() {
        assertThat(door.post("/api/invitations", "{}").status()).isEqualTo(401);
        assertThat(invite("{}", "MEMBER").status()).isEqualTo(403);
        assertThat(door.get("/api/invitations", as("MEMBER")).status()).isEqualTo(403);
        assertThat(door.delete("/api/invitations/" + UUID.randomUUID(), as("MEMBER"))
                        .status())
                .isEqualTo(403);
        assertThat(door.delete("/api/invitations/" + UUID.randomUUID(), as("MANAGER"))
                        .status())
                .isEqualTo(404);
        assertThat(invite("{\"role\": \"ADMIN\"}", "MANAGER").status()).isEqualTo(403);
    }

    @Test
    void only_admins_see_and_change_settings() {
        assertThat(door.get("/api/settings").status()).isEqualTo(401);
        assertThat(door.get("/api/settings", as("MANAGER")).status()).isEqualTo(403);
        assertThat(door.patch("/api/settings", "{}", as("MANAGER")).status()).isEqualTo(403);
        var shown = door.get("/api/settings", as("ADMIN"));
        assertThat(shown.body().at("/mail/configured").asBoolean()).isFalse();
        assertThat(shown.text("/mail/outbox")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mode\": \"closed\"}", "{\"domains\": [\"not a domain\"]}"})
    void nonsense_is_no_rule(String rule) {
        assertThat(rule(rule).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\": \"nobody\"}",
                "{\"expiresInDays\": 0}",
                "{\"locale\": \"?\"}",
                "{\"expiresInDays\": 91}"
            })
    void nonsense_is_no_invitation(String body) {
        assertThat(invite(body, "MANAGER").status()).isEqualTo(400);
    }

    private Door.Answer rule(String rule) {
        return door.patch("/api/settings", "{\"signUp\": " + rule + "}", as("ADMIN"));
    }

    private Door.Answer invite(String body, String role) {
        return door.post("/api/invitations", body, as(role));
    }

    private Door.Answer byToken(String token) {
        return door.get("/api/invitations/by-token/" + token);
    }

    private Door.Answer signUp(@Nullable String token, String domain) {
        var invitation = token == null ? "" : ", \"invitation\": \"" + token + "\"";
        return door.post("/api/members", """
                {"email": "%s@%s", "password": "%s", "displayName": "Lin"%s}""".formatted(UUID.randomUUID(), domain, Door.PASSWORD, invitation));
    }

    private static String as(String role) {
        return "Authorization: " + Tokens.bearer(UUID.randomUUID(), role);
    }
}
