package ilgam.member.identity.api;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@RunningMember
class SecurityEventApiTest {

    private static final String FIREFOX = "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko Firefox/140.0";

    private final ServiceClient service;

    SecurityEventApiTest(@LocalServerPort int port) {
        this.service = new ServiceClient(port);
    }

    @Test
    void a_member_sees_their_own_log_ins_and_failed_ones_with_the_device() {
        var ada = service.somebody("Ada");
        service.logIn(ada.email(), "not her password", FIREFOX);

        var events = service.get("/api/members/me/security-events", ada.bearer());

        assertThat(events.status()).isEqualTo(200);
        assertThat(events.text("/items/0/what")).isEqualTo("log-in-failed");
        assertThat(events.text("/items/0/device")).isEqualTo("Firefox on Linux");
        assertThat(events.body().at("/items/0/actor").isNull()).isTrue();
        assertThat(events.text("/items/1/what")).isEqualTo("logged-in");
        assertThat(events.text("/items/2/what")).isEqualTo("signed-up");
        assertThat(events.body().at("/items").size()).isEqualTo(3);
    }

    @Test
    void security_events_are_paged() {
        var ada = service.somebody("Ada");

        var first = service.get("/api/members/me/security-events?limit=1", ada.bearer());
        var second = service.get("/api/members/me/security-events?limit=1&cursor=" + first.text("/next"), ada.bearer());

        assertThat(first.text("/items/0/what")).isEqualTo("logged-in");
        assertThat(second.text("/items/0/what")).isEqualTo("signed-up");
        assertThat(second.body().at("/next").isNull()).isTrue();
        assertThat(service.get("/api/members/me/security-events?cursor=nonsense", ada.bearer())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_client_of_an_admin_is_not_shown_to_the_member() {
        service.somebody("First");
        var ada = service.somebody("Ada");
        var admin = as("ADMIN", "read write admin");
        service.put(
                "/api/members/" + ada.id() + "/role",
                "{\"role\": \"MANAGER\"}",
                admin,
                FIREFOX,
                "X-Forwarded-For: 203.0.113.9");

        var own = service.get("/api/members/me/security-events?limit=1", ada.bearer());
        assertThat(own.text("/items/0/what")).isEqualTo("role-changed");
        assertThat(own.body().at("/items/0/device").isNull()).isTrue();
        assertThat(own.body().at("/items/0/address").isNull()).isTrue();
        var all = service.get("/api/security-events?what=role-changed&member=" + ada.id(), admin);
        assertThat(all.text("/items/0/device")).isEqualTo("Firefox on Linux");
        assertThat(all.text("/items/0/address")).isEqualTo("203.0.113.9");
    }

    @Test
    void security_events_say_what_was_changed() {
        service.somebody("First");
        var ada = service.somebody("Ada");
        var admin = as("ADMIN", "read write admin");
        service.put("/api/members/" + ada.id() + "/role", "{\"role\": \"MANAGER\"}", admin);
        var token = service.post("/api/access-tokens", "{\"name\": \"Nightly\", \"scopes\": [\"read\"]}", ada.bearer());
        service.delete("/api/access-tokens/" + token.text("/id"), ada.bearer());

        var own = service.get("/api/members/me/security-events?limit=3", ada.bearer());

        assertThat(own.text("/items/0/what")).isEqualTo("token-revoked");
        assertThat(own.text("/items/0/was")).isEqualTo("Nightly");
        assertThat(own.text("/items/1/what")).isEqualTo("token-issued");
        assertThat(own.text("/items/1/became")).isEqualTo("Nightly");
        assertThat(own.text("/items/2/was")).isEqualTo("MEMBER");
        assertThat(own.text("/items/2/became")).isEqualTo("MANAGER");
    }

    @Test
    void admins_see_which_rule_was_changed_and_who_was_invited() {
        service.somebody("First");
        var admin = as("ADMIN", "read write admin");
        var email = UUID.randomUUID() + "@example.com";
        service.patch("/api/settings", "{\"signUp\": {\"mode\": \"invitation\"}}", admin);
        service.patch("/api/settings", "{\"signUp\": {\"mode\": \"open\"}}", admin);
        service.post("/api/invitations", "{\"email\": \"" + email + "\"}", admin);

        var changed = service.get("/api/security-events?what=settings-changed&limit=1", admin);
        var invited = service.get("/api/security-events?what=invited&limit=1", admin);

        assertThat(changed.text("/items/0/was")).isEqualTo("INVITATION");
        assertThat(changed.text("/items/0/became")).isEqualTo("OPEN");
        assertThat(invited.text("/items/0/addressee")).isEqualTo(email);
    }

    @Test
    void only_admins_see_the_security_events_of_all() {
        var ada = service.somebody("Ada");
        var path = "/api/security-events?what=signed-up&member=" + ada.id();

        assertThat(service.get(path).status()).isEqualTo(401);
        assertThat(service.get(path, as("MEMBER", "read write admin")).text("/reason"))
                .isEqualTo("role");
        assertThat(service.get(path, as("MANAGER", "read write admin")).status())
                .isEqualTo(403);
        assertThat(service.get(path, as("ADMIN", "read write")).text("/reason")).isEqualTo("scope");
        var all = service.get(path, as("ADMIN", "read admin"));
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.body().at("/items").size()).isEqualTo(1);
        assertThat(all.text("/items/0/member")).isEqualTo(ada.id().toString());
    }

    @Test
    void all_other_sessions_can_be_ended_at_once() {
        var ada = service.somebody("Ada");
        var elsewhere =
                service.logIn(ada.email(), ServiceClient.PASSWORD, FIREFOX).cookieValue("ILGAM_SESSION");

        var open = service.get("/api/sessions", ada.bearer());
        assertThat(open.text("/items/0/device")).isEqualTo("Firefox on Linux");
        assertThat(service.delete("/api/sessions", ada.bearer()).status()).isEqualTo(204);

        assertThat(service.exchange("session", elsewhere).status()).isEqualTo(401);
        assertThat(service.exchange("session", ada.cookie()).status()).isEqualTo(200);
        assertThat(service.delete("/api/sessions").status()).isEqualTo(401);
    }

    private static String as(String role, String scopes) {
        return "Authorization: Bearer " + Tokens.of(UUID.randomUUID(), role, claims -> claims.claim("scope", scopes));
    }
}
