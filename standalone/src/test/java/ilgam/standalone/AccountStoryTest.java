package ilgam.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.Client;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("system")
class AccountStoryTest {

    @Test
    void a_member_signs_up_logs_in_reads_their_session_and_logs_out() {
        Ilgam.admin();
        var ada = Ilgam.client();
        var address = Ilgam.newAddress("Ada Lovelace");
        var joined = ada.post(
                        "/api/members",
                        Map.of("email", address, "password", Ilgam.PASSWORD, "displayName", "Ada Lovelace"))
                .expect(201);
        assertThat(joined.header("Location")).startsWith("/api/members/");
        ada.get("/api/session").expect(401);

        ada.logIn(address, Ilgam.PASSWORD);
        assertThat(ada.get("/api/session").expect(200).body()).contains("Ada Lovelace");
        var me = ada.get("/api/members/me").expect(200);
        assertThat(me.text("role")).isEqualTo("MEMBER");
        assertThat(me.text("email")).isEqualTo(address);

        var copied = new Client(Ilgam.system().url());
        copied.cookies().putAll(ada.cookies());
        ada.delete("/api/session").expect(204);
        ada.get("/api/session").expect(401);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> copied.get("/api/members/me").expect(401));
    }

    @Test
    void the_very_first_member_is_an_administrator() {
        assertThat(Ilgam.admin().get("/api/members/me").expect(200).text("role"))
                .isEqualTo("ADMIN");
    }

    @Test
    void the_session_cookie_is_http_only_and_same_site() {
        Ilgam.admin();
        var client = Ilgam.client();
        var address = Ilgam.newAddress("Lin Clark");
        client.post("/api/members", Map.of("email", address, "password", Ilgam.PASSWORD, "displayName", "Lin Clark"))
                .expect(201);
        var cookies = client.post("/api/session", Map.of("email", address, "password", Ilgam.PASSWORD))
                .expect(200)
                .response()
                .headers()
                .allValues("Set-Cookie");
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("ILGAM_SESSION=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=") && !cookie.contains("HttpOnly"));
    }

    @Test
    void a_change_with_a_session_needs_the_xsrf_header() {
        var member = Ilgam.member("Grace Hopper");
        var project = Map.of("key", Ilgam.newKey(), "name", "Compilers", "visibility", "open");
        var request = new Client(Ilgam.system().url());
        request.cookies().put("ILGAM_SESSION", member.cookies().getOrDefault("ILGAM_SESSION", ""));
        request.post("/api/projects", project).expect(403);
        request.send("POST", "/api/projects", project, "X-XSRF-TOKEN", "guessed")
                .expect(403);
        member.post("/api/projects", project).expect(201);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        Ilgam.admin();
        var address = Ilgam.newAddress("Edsger Dijkstra");
        var client = Ilgam.client();
        client.post(
                        "/api/members",
                        Map.of("email", address, "password", Ilgam.PASSWORD, "displayName", "Edsger Dijkstra"))
                .expect(201);
        var wrong = client.post("/api/session", Map.of("email", address, "password", "not this one"))
                .expect(401);
        var unknown = client.post("/api/session", Map.of("email", "nobody@people.example", "password", "not this one"))
                .expect(401);
        assertThat(wrong.text("detail")).isEqualTo(unknown.text("detail"));
        assertThat(wrong.text("reason")).isEqualTo(unknown.text("reason"));
    }

    @Test
    void an_access_token_works_until_it_is_revoked_and_only_within_its_scope() {
        var member = Ilgam.member("Barbara Liskov");
        var created = member.post("/api/access-tokens", Map.of("name", "reader", "scopes", List.of("read")))
                .expect(201);
        var reader = Ilgam.client().bearing(created.text("token"));
        reader.get("/api/members/me").expect(200);
        assertThat(reader.post("/api/projects", Map.of("key", Ilgam.newKey(), "name", "No", "visibility", "open"))
                        .expect(403)
                        .text("reason"))
                .isEqualTo("scope");
        member.delete("/api/access-tokens/" + created.text("id")).expect(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(12))
                .untilAsserted(() -> reader.get("/api/members/me").expect(401));
    }

    @Test
    void the_directory_shows_names_and_keeps_addresses_to_administrators() {
        var member = Ilgam.member("Radia Perlman");
        var seen = member.get("/api/members?q=Radia").expect(200);
        assertThat(seen.text("items", 0, "displayName")).isEqualTo("Radia Perlman");
        var others =
                Ilgam.member("Katherine Johnson").get("/api/members?q=Radia").expect(200);
        assertThat(others.body()).contains("Radia Perlman").doesNotContain("@people.example");
    }
}
