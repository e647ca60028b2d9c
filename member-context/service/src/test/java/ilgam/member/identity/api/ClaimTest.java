package ilgam.member.identity.api;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.test.AtOnce;
import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Invited persons who were named by an import take over their history. */
@RunningMember
class ClaimTest {

    private static final String MEMBERS = "/api/projections/member/members";

    private final ServiceClient service;
    private final JdbcClient db;

    ClaimTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
    }

    @Test
    void a_member_who_accepts_is_the_person_from_then_on() {
        var person = known("resolver-1");
        var manager =
                "Authorization: Bearer " + Tokens.of(service.somebody("Manager").id(), "MANAGER");
        var team = service.post("/api/teams", "{\"name\": \"First Office\"}", manager)
                .text("/id");
        var invitation = invite("""
                {"member": "%s", "role": "MANAGER", "team": "%s"}""".formatted(person, team));
        assertThat(invitation.status()).isEqualTo(201);
        assertThat(invitation.text("/member")).isEqualTo(person);
        assertThat(byToken(invitation).text("/displayName")).isEqualTo("resolver-1");
        var email = address();

        var claimed = signUp(invitation, email, "김하늘");

        assertThat(claimed.status()).isEqualTo(201);
        assertThat(claimed.text("/id")).isEqualTo(person);
        assertThat(claimed.text("/displayName")).isEqualTo("김하늘");
        assertThat(claimed.text("/locale")).isEqualTo("ko");
        assertThat(claimed.text("/role")).isEqualTo("MANAGER");
        assertThat(claimed.body().at("/account").asBoolean()).isTrue();
        assertThat(service.logIn(email, ServiceClient.PASSWORD).text("/member/id"))
                .isEqualTo(person);
        assertThat(byToken(invitation).text("/state")).isEqualTo("accepted");
        assertThat(known("resolver-1")).isEqualTo(person);
        await().untilAsserted(() -> assertThat(
                        service.get("/api/teams/" + team, manager).body().at("/members"))
                .extracting(member -> member.path("member").asString())
                .contains(person));
    }

    @Test
    void a_repeat_with_the_same_key_gets_the_first_answer() {
        var person = known("resolver-2");
        var invitation = invite("{\"member\": \"" + person + "\"}");
        var email = address();

        var first = signUp(invitation, email, "Ada", "Idempotency-Key: once");
        var second = signUp(invitation, email, "Ada", "Idempotency-Key: once");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("/id")).isEqualTo(person);
    }

    @Test
    void of_two_concurrent_claims_one_succeeds_and_the_other_address_stays_free() {
        var person = known("resolver-3");
        var invitations = Stream.of(1, 2)
                .map(n -> invite("{\"member\": \"" + person + "\"}"))
                .toList();
        var emails = Stream.of(address(), address()).toList();

        var answers =
                AtOnce.call(Stream.of(0, 1).map(n -> () -> signUp(invitations.get(n), emails.get(n), "Claimant " + n)));

        var winner = answers.getFirst().status() == 201 ? 0 : 1;
        assertThat(answers.get(winner).text("/id")).isEqualTo(person);
        assertThat(answers.get(1 - winner).status()).isEqualTo(410);
        assertThat(service.logIn(emails.get(winner), ServiceClient.PASSWORD).status())
                .isEqualTo(200);
        assertThat(service.get("/api/members/" + person, as("MEMBER")).text("/displayName"))
                .isEqualTo("Claimant " + winner);
        assertThat(service.signUp(emails.get(1 - winner), ServiceClient.PASSWORD, "Somebody New")
                        .status())
                .isEqualTo(201);
        await().untilAsserted(() ->
                assertThat(byToken(invitations.get(1 - winner)).text("/state")).isEqualTo("revoked"));
    }

    @Test
    void a_merged_or_deactivated_person_cannot_be_claimed() {
        var into = service.somebody("Grace");
        var merged = known("resolver-4");
        var mergedInvitation = invite("{\"member\": \"" + merged + "\"}");
        service.put("/api/members/" + merged + "/merger", "{\"into\": \"" + into.id() + "\"}", as("ADMIN"));
        var erased = known("resolver-5");
        var erasedInvitation = invite("{\"member\": \"" + erased + "\"}");
        service.delete("/api/members/" + erased, as("ADMIN"));

        for (var invitation : Stream.of(mergedInvitation, erasedInvitation).toList()) {
            await().untilAsserted(
                            () -> assertThat(byToken(invitation).text("/state")).isEqualTo("revoked"));
            var refused = signUp(invitation, address(), "Late");
            assertThat(refused.status()).isEqualTo(410);
            assertThat(refused.text("/reason")).isEqualTo("invitation-revoked");
        }
        assertThat(byToken(erasedInvitation).body().at("/displayName").isNull()).isTrue();
    }

    @Test
    void only_persons_without_an_account_can_be_claimed() {
        var ada = service.somebody("Ada");
        var left = known("resolver-6");
        service.put("/api/members/" + left + "/deactivation", "", as("ADMIN"));
        var merged = known("resolver-7");
        service.put("/api/members/" + merged + "/merger", "{\"into\": \"" + ada.id() + "\"}", as("ADMIN"));

        assertThat(invite("{\"member\": \"" + UUID.randomUUID() + "\"}").status())
                .isEqualTo(404);
        assertThat(invite("{\"member\": \"" + merged + "\"}").status()).isEqualTo(404);
        var member = invite("{\"member\": \"" + ada.id() + "\"}");
        assertThat(member.status()).isEqualTo(409);
        assertThat(member.text("/reason")).isEqualTo("not-a-known-person");
        assertThat(invite("{\"member\": \"" + left + "\"}").text("/reason")).isEqualTo("deactivated");
    }

    @Test
    void a_sign_up_that_waits_behind_a_dead_letter_is_reported_as_set_aside() {
        var person = known("resolver-8");
        var invitation = invite("{\"member\": \"" + person + "\"}");
        var claimed = address();
        var registered = address();
        Answer claim;
        Answer registration;
        service.put(MEMBERS + "/pause", "", as("ADMIN"));
        try {
            claim = signUp(invitation, claimed, "Ada");
            registration = service.signUp(registered, ServiceClient.PASSWORD, "Lin");
        } finally {
            service.delete(MEMBERS + "/pause", as("ADMIN"));
            await().until(() -> !db.sql("select exists (select from projection_state where name = 'members')")
                    .query(Boolean.class)
                    .single());
        }

        assertThat(Stream.of(claim, registration)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text("/reason")).isEqualTo("set-aside");
        });
        assertThat(claim.text("/item")).isEqualTo(person);
        await().untilAsserted(() -> assertThat(Stream.of(claimed, registered))
                .allSatisfy(email -> assertThat(
                                service.logIn(email, ServiceClient.PASSWORD).status())
                        .isEqualTo(200)));
    }

    private String known(String name) {
        return service.post("/internal/people", "{\"names\": [\"" + name + "\"]}")
                .text("/people/" + name);
    }

    private ServiceClient.Answer invite(String body) {
        return service.post(
                "/api/invitations", body, service.somebody("Admin", "ADMIN").bearer());
    }

    private ServiceClient.Answer byToken(ServiceClient.Answer invitation) {
        return service.get("/api/invitations/by-token/" + invitation.text("/token"));
    }

    private ServiceClient.Answer signUp(ServiceClient.Answer invitation, String email, String name, String... headers) {
        return service.post(
                "/api/members", """
                {"email": "%s", "password": "%s", "displayName": "%s", "locale": "ko", "timeZone": "Asia/Seoul",
                 "invitation": "%s"}""".formatted(email, ServiceClient.PASSWORD, name, invitation.text("/token")), headers);
    }

    private static String address() {
        return UUID.randomUUID() + "@example.com";
    }

    private static String as(String role) {
        return "Authorization: " + Tokens.bearer(UUID.randomUUID(), role);
    }
}
