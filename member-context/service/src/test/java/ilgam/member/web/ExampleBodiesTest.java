package ilgam.member.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Somebody;
import ilgam.starter.test.ApiDocument;
import ilgam.starter.test.ExampleBody;

import static org.assertj.core.api.Assertions.assertThat;

/** Every body that the API's description shows is taken as it stands. */
@RunningMember
class ExampleBodiesTest {

    /** What they are about is not there, or there already. */
    private static final Map<String, Integer> REFUSED = Map.of(
            "POST /api/dead-letters/{id}/discard", 404,
            "POST /api/members", 409,
            "PUT /api/email-confirmations/{token}", 404,
            "PUT /api/members/{id}/merger", 409,
            "PUT /api/password-resets/{token}", 404);

    private final ServiceClient service;

    ExampleBodiesTest(@LocalServerPort int port) {
        service = new ServiceClient(port);
    }

    @Test
    void every_body_that_is_shown_can_be_sent() {
        service.signUp("ada@example.com", ServiceClient.PASSWORD, "Ada");
        var document =
                new ApiDocument("member", service.get("/v3/api-docs").raw().body());

        var grace = service.somebody("Grace", "ADMIN");
        var lin = service.somebody("Lin").id();
        var refused = new TreeMap<String, String>();
        for (var example : document.examples()) {
            var admin = example.path().endsWith("/me/password")
                    ? service.somebody("Edsger")
                    : service.loggedIn(grace.id(), grace.email(), ServiceClient.PASSWORD);
            var answer = service.send(
                    example.method(),
                    filled(example, admin, lin),
                    example.text(),
                    "Content-Type: " + example.contentType(),
                    admin.bearer());
            var refusal = REFUSED.get(example.operation());
            if (refusal == null ? answer.status() >= 300 : answer.status() != refusal)
                refused.put(
                        example.operation(),
                        answer.status() + " " + answer.raw().body());
        }

        assertThat(document.examples()).hasSizeGreaterThan(20);
        assertThat(refused).isEmpty();
    }

    private String filled(ExampleBody example, Somebody admin, UUID lin) {
        var id = example.path().startsWith("/api/teams/") ? team(admin) : lin;
        return example.path()
                .replace("{date}", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString())
                .replace("{token}", "unknown")
                .replace("/api/dead-letters/{id}", "/api/dead-letters/member:none")
                .replace("{id}", id.toString());
    }

    private UUID team(Somebody admin) {
        var name = "{\"name\": \"Team %s\"}".formatted(UUID.randomUUID());
        return UUID.fromString(service.post("/api/teams", name, admin.bearer()).text("/id"));
    }
}
