package ilgam.member.identity.api;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

import ilgam.member.identity.secret.DerivedSecrets;
import ilgam.member.test.AtOnce;
import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Somebody;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The sign-up rule and invitations. */
@RunningMember
class InvitationApiTest {

    private final ServiceClient service;
    private final JdbcClient db;
    private final DerivedSecrets secrets;
    private final Map<String, Somebody> people = new HashMap<>();

    InvitationApiTest(@LocalServerPort int port, @Autowired JdbcClient db, @Autowired DerivedSecrets secrets) {
        this.service = new ServiceClient(port);
        this.db = db;
        this.secrets = secrets;
    }

    @AfterEach
    void open() {
        rule("{\"mode\": \"open\", \"domains\": []}");
    }

    @Test
    void a_member_invited_into_a_team_belongs_to_it() {
        service.somebody("First");
        var manager = as("MANAGER");
        var team = service.post("/api/teams", "{\"name\": \"Night Shift\"}", manager)
                .text("/id");
        assertThat(invite("{\"team\": \"" + UUID.randomUUID() + "\"}", "MANAGER")
                        .status())
                .isEqualTo(404);
        var invitation = invite("{\"team\": \"" + team + "\"}", "MANAGER");
        assertThat(invitation.text("/team")).isEqualTo(team);

        var joined = signUp(invitation.text("/token"), "x.example").text("/id");

        await().untilAsserted(() -> assertThat(
                        service.get("/api/teams/" + team, manager).body().at("/members"))
                .extracting(member -> member.path("member").asString())
                .contains(joined));
    }

    @Test
    void an_invitation_admits_once_with_its_role() {
        service.somebody("First");
        var manager = as("MANAGER");
        assertThat(rule("{\"mode\": \"invitation\"}").text("/signUp/mode")).isEqualTo("invitation");
        assertThat(signUp(null, "x.example").text("/reason")).isEqualTo("invitation-needed");
        var invitation = invite("{\"role\": \"MANAGER\"}", "ADMIN");
        assertThat(Duration.between(
                        Instant.parse(invitation.text("/createdAt")), Instant.parse(invitation.text("/expiresAt"))))
                .isEqualTo(Duration.ofDays(7));
        var token = invitation.text("/token");
        assertThat(invitation.text("/link")).endsWith("/invitation/" + token);
        assertThat(byToken(token).text("/state")).isEqualTo("open");
        assertThat(byToken(token).text("/inviter")).isEqualTo("ADMIN");

        var answers = AtOnce.call(IntStream.range(0, 2).mapToObj(n -> () -> signUp(token, "x.example")));

        assertThat(answers).extracting(ServiceClient.Answer::status).containsExactlyInAnyOrder(201, 409);
        var made = answers.stream()
                .filter(each -> each.status() == 201)
                .findFirst()
                .orElseThrow();
        assertThat(made.text("/role")).isEqualTo("MANAGER");
        assertThat(byToken(token).text("/state")).isEqualTo("accepted");
        assertThat(signUp(token, "x.example").text("/reason")).isEqualTo("invitation-used");
        var listed = service.get("/api/invitations?limit=1", manager);
        assertThat(listed.text("/items/0/acceptedBy")).isEqualTo(made.text("/id"));
        assertThat(listed.body().at("/items/0/token").isMissingNode()).isTrue();
    }

    @Test
    void a_closed_invitation_admits_nobody() {
        service.somebody("First");
        var revoked = invite("{}", "MANAGER");
        assertThat(service.delete("/api/invitations/" + revoked.text("/id"), as("MANAGER"))
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
    void an_invitation_grants_no_more_than_the_inviter_may_still_grant() {
        service.somebody("First");
        var admin = service.somebody("Soon gone", "ADMIN");
        var manager = service.somebody("Soon a member", "MANAGER");
        var asAdmin = service.post("/api/invitations", "{\"role\": \"ADMIN\"}", admin.bearer());
        var byManager = service.post("/api/invitations", "{}", manager.bearer());
        service.put("/api/members/" + admin.id() + "/deactivation", "", as("ADMIN"));
        service.put("/api/members/" + manager.id() + "/role", "{\"role\": \"MEMBER\"}", as("ADMIN"));

        for (var invitation : List.of(asAdmin, byManager)) {
            assertThat(byToken(invitation.text("/token")).text("/state")).isEqualTo("revoked");
            var left = invitation.text("/createdBy").equals(admin.id().toString());
            assertThat(byToken(invitation.text("/token")).body().path("inviter"))
                    .isEqualTo(left ? NullNode.instance : StringNode.valueOf("Soon a member"));
            var refused = signUp(invitation.text("/token"), "x.example");
            assertThat(refused.status()).isEqualTo(410);
            assertThat(refused.text("/reason")).isEqualTo("invitation-revoked");
        }
        service.put("/api/members/" + manager.id() + "/role", "{\"role\": \"MANAGER\"}", as("ADMIN"));
        assertThat(signUp(byManager.text("/token"), "x.example").status()).isEqualTo(201);
    }

    @Test
    void only_an_admin_revokes_an_invitation_that_only_an_admin_can_make() {
        service.somebody("First");
        var path =
                "/api/invitations/" + invite("{\"role\": \"ADMIN\"}", "ADMIN").text("/id");

        assertThat(service.delete(path, as("MANAGER")).status()).isEqualTo(403);
        assertThat(service.delete(path, as("ADMIN")).status()).isEqualTo(204);
    }

    @Test
    void the_address_is_shown_to_admins_and_while_open_to_the_inviter() {
        service.somebody("First");
        var email = UUID.randomUUID() + "@x.example";
        var invitation = invite("{\"email\": \"" + email + "\"}", "MANAGER");
        var other = service.somebody("Other", "MANAGER").bearer();

        assertThat(emailFor(as("MANAGER"))).isEqualTo(email);
        assertThat(emailFor(other)).isEmpty();
        assertThat(emailFor(as("ADMIN"))).isEqualTo(email);
        service.delete("/api/invitations/" + invitation.text("/id"), other);
        assertThat(emailFor(as("MANAGER"))).isEmpty();
        assertThat(emailFor(as("ADMIN"))).isEqualTo(email);
    }

    @Test
    void a_repeated_request_gets_the_same_invitation() {
        service.somebody("First");
        var key = "Idempotency-Key: " + UUID.randomUUID();
        var body = "{\"email\": \"" + UUID.randomUUID() + "@x.example\"}";
        var manager = as("MANAGER");

        var answers = AtOnce.call(
                IntStream.range(0, 3).mapToObj(n -> () -> service.post("/api/invitations", body, manager, key)));

        assertThat(answers).extracting(ServiceClient.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(ServiceClient.Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers.getFirst().body().has("token")).isFalse();
        var other = service.post("/api/invitations", "{}", manager, key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/reason")).isEqualTo("idempotency-key-reused");
        var elses = service.post("/api/invitations", body, as("ADMIN"), key);
        assertThat(elses.text("/id")).isNotEqualTo(answers.getFirst().text("/id"));
    }

    @Test
    void a_repeated_request_gets_the_same_invitation_after_its_team_or_person_is_gone() {
        service.somebody("First");
        var manager = as("MANAGER");
        var team =
                service.post("/api/teams", "{\"name\": \"Day Shift\"}", manager).text("/id");
        var person =
                service.post("/internal/people", "{\"names\": [\"kim.d\"]}").text("/people/kim.d");
        for (var body : List.of("{\"team\": \"" + team + "\"}", "{\"member\": \"" + person + "\"}")) {
            var key = "Idempotency-Key: " + UUID.randomUUID();
            var first = service.post("/api/invitations", body, manager, key);
            assertThat(signUp(first.text("/token"), "x.example").status()).isEqualTo(201);
            service.delete("/api/teams/" + team, manager);

            var again = service.post("/api/invitations", body, manager, key);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.text("/id")).isEqualTo(first.text("/id"));
            assertThat(again.text("/token")).isEqualTo(first.text("/token"));
        }
    }

    @Test
    void the_address_is_not_shown_to_programs_without_the_scope_admin() {
        service.somebody("First");
        service.post("/api/invitations", "{\"email\": \"" + UUID.randomUUID() + "@example.com\"}", as("MANAGER"));
        var admin = service.somebody("Ada", "ADMIN").id();
        var program = "Authorization: Bearer "
                + Tokens.of(
                        admin, "ADMIN", claims -> claims.claim("scope", "read").claim("src", "api"));

        var listed = service.get("/api/invitations?limit=1", program);

        assertThat(listed.text("/items/0/state")).isEqualTo("open");
        assertThat(listed.body().at("/items/0/email").isNull()).isTrue();
    }

    @Test
    void people_without_an_invitation_do_not_learn_who_has_an_account() {
        var ada = service.somebody("Ada");
        rule("{\"mode\": \"invitation\"}");
        assertThat(service.signUp(ada.email(), ServiceClient.PASSWORD, "X").text("/reason"))
                .isEqualTo("invitation-needed");
    }

    @Test
    void concurrent_changes_of_different_parts_of_the_rule_are_both_kept() {
        service.somebody("First");
        for (int round = 0; round < 10; round++) {
            rule("{\"mode\": \"open\", \"domains\": []}");
            var admin = as("ADMIN");

            AtOnce.call(Stream.of("{\"mode\": \"invitation\"}", "{\"domains\": [\"b.example\"]}")
                    .map(part -> () -> service.patch("/api/settings", "{\"signUp\": " + part + "}", admin)));

            var after = service.get("/api/settings", admin);
            assertThat(after.text("/signUp/mode")).isEqualTo("invitation");
            assertThat(after.text("/signUp/domains/0")).isEqualTo("b.example");
        }
    }

    @Test
    void domains_admit_nobody_without_a_mail_server() {
        service.somebody("First");

        var refused = rule("{\"mode\": \"domains\", \"domains\": [\"company.example\"]}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("mail-server-needed");
        assertThat(rule("{\"domains\": [\"company.example\"]}").status()).isEqualTo(200);
        db.sql("update sign_up_rule set mode = 'DOMAINS'").update(); // as if the server had been removed afterwards
        assertThat(signUp(null, "company.example").text("/reason")).isEqualTo("invitation-needed");
        assertThat(service.get("/api/sign-up").text("/mode")).isEqualTo("invitation");
        assertThat(rule("{\"domains\": [\"other.example\"]}").text("/reason")).isEqualTo("mail-server-needed");
    }

    @Test
    void an_address_gets_the_invitation_by_mail() {
        service.somebody("First");

        var invitation = mailed("{\"email\": \"lin@example.com\", \"expiresInDays\": 90}", "MANAGER");

        assertThat(invitation.answer().body().at("/mailed").asBoolean()).isTrue();
        assertThat(invitation.answer().body().has("token")).isFalse();
        assertThat(invitation.answer().body().has("link")).isFalse();
        assertThat(byToken(invitation.token()).text("/email")).isEqualTo("lin@example.com");
    }

    @Test
    void a_second_invitation_of_an_address_replaces_the_first() {
        service.somebody("First");
        var email = UUID.randomUUID() + "@example.com";
        var first = mailed("{\"email\": \"" + email + "\"}", "MANAGER");
        assertThat(first.answer().body().at("/replacedAnother").asBoolean()).isFalse();

        var second = mailed("{\"email\": \"" + email.toUpperCase(Locale.ROOT) + "\"}", "MANAGER");

        assertThat(second.answer().body().at("/replacedAnother").asBoolean()).isTrue();
        assertThat(byToken(first.token()).text("/state")).isEqualTo("replaced");
        var refused = signUp(first.token(), "x.example");
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.text("/reason")).isEqualTo("invitation-replaced");
        service.delete("/api/invitations/" + first.answer().text("/id"), as("MANAGER"));
        assertThat(byToken(first.token()).text("/state")).isEqualTo("replaced");
        assertThat(signUp(second.token(), "x.example").status()).isEqualTo(201);
    }

    @Test
    void of_several_concurrent_invitations_of_an_address_one_stays_open() {
        service.somebody("First");
        var manager = as("MANAGER");
        var body = "{\"email\": \"" + UUID.randomUUID() + "@example.com\"}";

        AtOnce.call(IntStream.range(0, 4).mapToObj(n -> () -> service.post("/api/invitations", body, manager)));

        assertThat(service.get("/api/invitations?limit=4", manager).body().at("/items"))
                .extracting(invitation -> invitation.path("state").asString())
                .containsExactlyInAnyOrder("open", "replaced", "replaced", "replaced");
    }

    @Test
    void a_manager_cannot_replace_an_invitation_that_only_an_admin_can_revoke() {
        service.somebody("First");
        var body = "{\"email\": \"" + UUID.randomUUID() + "@example.com\"%s}";
        var asManager = mailed(body.formatted(", \"role\": \"MANAGER\""), "ADMIN");

        var byManager = mailed(body.formatted(""), "MANAGER");

        assertThat(byManager.answer().body().at("/replacedAnother").asBoolean()).isFalse();
        assertThat(byToken(asManager.token()).text("/state")).isEqualTo("open");
        assertThat(mailed(body.formatted(""), "ADMIN")
                        .answer()
                        .body()
                        .at("/replacedAnother")
                        .asBoolean())
                .isTrue();
        assertThat(byToken(asManager.token()).text("/state")).isEqualTo("replaced");
        assertThat(byToken(byManager.token()).text("/state")).isEqualTo("replaced");
    }

    @Test
    void a_program_without_the_scope_admin_cannot_replace_an_invitation_that_only_an_admin_can_revoke() {
        service.somebody("First");
        var body = "{\"email\": \"" + UUID.randomUUID() + "@example.com\"%s}";
        var asAdmin = mailed(body.formatted(", \"role\": \"ADMIN\""), "ADMIN");
        var program = Tokens.of(
                service.somebody("Ada", "ADMIN").id(), "ADMIN", claims -> claims.claim("scope", "read write"));

        var byProgram = service.post("/api/invitations", body.formatted(""), "Authorization: Bearer " + program);

        assertThat(byProgram.body().at("/replacedAnother").asBoolean()).isFalse();
        assertThat(byToken(asAdmin.token()).text("/state")).isEqualTo("open");
    }

    @Test
    void an_invitation_ends_when_its_address_signs_up_without_it() {
        service.somebody("First");
        var email = UUID.randomUUID() + "@example.com";
        var invitation = mailed("{\"email\": \"" + email + "\", \"role\": \"ADMIN\"}", "ADMIN");
        assertThat(service.signUp(email, ServiceClient.PASSWORD, "Lin").status())
                .isEqualTo(201);

        assertThat(byToken(invitation.token()).text("/state")).isEqualTo("joined");
        assertThat(signUp(invitation.token(), "x.example").text("/reason")).isEqualTo("invitation-used");
    }

    @Test
    void an_invitation_ends_when_another_to_its_address_is_accepted_with_any_address() {
        service.somebody("First");
        var email = "\"email\": \"" + UUID.randomUUID() + "@example.com\"";
        var asAdmin = mailed("{\"role\": \"ADMIN\", " + email + "}", "ADMIN");
        var asMember = mailed("{" + email + "}", "MANAGER");
        assertThat(signUp(asMember.token(), "x.example").status()).isEqualTo(201);

        assertThat(byToken(asMember.token()).text("/state")).isEqualTo("accepted");
        assertThat(byToken(asAdmin.token()).text("/state")).isEqualTo("joined");
        assertThat(signUp(asAdmin.token(), "x.example").text("/reason")).isEqualTo("invitation-used");
        var later = mailed("{" + email + "}", "MANAGER");
        assertThat(byToken(later.token()).text("/state")).isEqualTo("open");
    }

    @Test
    void an_address_with_an_account_cannot_be_invited() {
        var ada = service.somebody("Ada");

        var answer = invite("{\"email\": \"" + ada.email().toUpperCase(Locale.ROOT) + "\"}", "MANAGER");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/reason")).isEqualTo("email-taken");
    }

    @Test
    void only_managers_and_admins_invite_and_only_admins_grant_roles() {
        assertThat(service.post("/api/invitations", "{}").status()).isEqualTo(401);
        assertThat(invite("{}", "MEMBER").status()).isEqualTo(403);
        assertThat(service.get("/api/invitations", as("MEMBER")).status()).isEqualTo(403);
        assertThat(service.delete("/api/invitations/" + UUID.randomUUID(), as("MEMBER"))
                        .status())
                .isEqualTo(403);
        assertThat(service.delete("/api/invitations/" + UUID.randomUUID(), as("MANAGER"))
                        .status())
                .isEqualTo(404);
        assertThat(invite("{\"role\": \"ADMIN\"}", "MANAGER").status()).isEqualTo(403);
    }

    @Test
    void only_admins_see_and_change_settings() {
        assertThat(service.get("/api/settings").status()).isEqualTo(401);
        assertThat(service.get("/api/settings", as("MANAGER")).status()).isEqualTo(403);
        assertThat(service.patch("/api/settings", "{}", as("MANAGER")).status()).isEqualTo(403);
        var shown = service.get("/api/settings", as("ADMIN"));
        assertThat(shown.body().at("/mail/configured").asBoolean()).isFalse();
        assertThat(shown.text("/mail/outbox")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mode\": \"closed\"}", "{\"domains\": [\"not a domain\"]}"})
    void an_invalid_rule_is_refused(String rule) {
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
    void an_invalid_invitation_is_refused(String body) {
        assertThat(invite(body, "MANAGER").status()).isEqualTo(400);
    }

    private ServiceClient.Answer rule(String rule) {
        return service.patch("/api/settings", "{\"signUp\": " + rule + "}", as("ADMIN"));
    }

    /** An answer, and the secret that only the mail contains. */
    private record Mailed(ServiceClient.Answer answer, String token) {}

    private Mailed mailed(String body, String role) {
        var key = UUID.randomUUID().toString();
        var answer = service.post("/api/invitations", body, as(role), "Idempotency-Key: " + key);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        var inviter = Objects.requireNonNull(people.get(role));
        return new Mailed(
                answer, secrets.of("invitation", inviter.id() + " " + key).text());
    }

    private ServiceClient.Answer invite(String body, String role) {
        return service.post("/api/invitations", body, as(role));
    }

    private String emailFor(String who) {
        return service.get("/api/invitations?limit=1", who).text("/items/0/email");
    }

    private ServiceClient.Answer byToken(String token) {
        return service.get("/api/invitations/by-token/" + token);
    }

    private ServiceClient.Answer signUp(@Nullable String token, String domain) {
        var invitation = token == null ? "" : ", \"invitation\": \"" + token + "\"";
        return service.post(
                "/api/members", """
                {"email": "%s@%s", "password": "%s", "displayName": "Lin"%s}""".formatted(UUID.randomUUID(), domain, ServiceClient.PASSWORD, invitation));
    }

    private String as(String role) {
        return people.computeIfAbsent(role, it -> service.somebody(it, it)).bearer();
    }
}
