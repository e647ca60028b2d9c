package ilgam.member.identity.api;

import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.UUID;

import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.test.RunningMember;
import ilgam.member.test.ServiceClient;
import ilgam.member.test.ServiceClient.Answer;
import ilgam.member.test.ServiceClient.Somebody;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@RunningMember
class AccessTokenApiTest {

    private static final String TOKENS = "/api/access-tokens";

    private final ServiceClient service;
    private final JdbcClient db;

    AccessTokenApiTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    @BeforeEach
    void somebodyIsFirst() {
        if (db.sql("select exists (select from founder)").query(Boolean.class).single()) return;
        service.signUp("first@example.com", ServiceClient.PASSWORD, "The First");
    }

    @Test
    void a_member_issues_a_token_sees_and_revokes_it() {
        var ada = service.somebody("Ada");

        var issued = service.post(TOKENS, """
                {"name": "Nightly job", "scopes": ["write", "read"]}""", ada.bearer());

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.text("/token")).matches("ilgam_[A-Za-z0-9_-]{43}");
        var listed = service.get(TOKENS, ada.bearer());
        assertThat(listed.text("/items/0/name")).isEqualTo("Nightly job");
        assertThat(listed.body().at("/items/0").has("token")).isFalse();

        assertThat(exchange(issued).status()).isEqualTo(200);
        assertThat(service.delete(path(issued), ada.bearer()).status()).isEqualTo(204);
        assertThat(exchange(issued).status()).isEqualTo(401);
        assertThat(service.get(TOKENS, ada.bearer()).body().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"read\"', read",
        "'\"write\", \"read\"', read write",
        "'\"admin\", \"write\", \"read\"', read write admin",
        "'\"admin\"', admin"
    })
    void a_token_grants_its_scopes_and_marks_the_caller_as_a_program(String scopes, String given)
            throws ParseException {
        var issued = service.post(
                TOKENS,
                "{\"name\": \"Job\", \"scopes\": [%s]}".formatted(scopes),
                service.somebody("Ada").bearer());

        var claims = SignedJWT.parse(exchange(issued).text("/jwt")).getJWTClaimsSet();

        assertThat(claims.getStringClaim("scope")).isEqualTo(given);
        assertThat(claims.getStringClaim("src")).isEqualTo("api");
        assertThat(claims.getStringClaim("role")).isEqualTo("MEMBER");
        assertThat(claims.getStringClaim("sid")).isNull();
    }

    @Test
    void only_programs_with_the_scope_admin_see_the_addresses_of_others() {
        var ada = service.somebody("Ada");
        var path = "/api/members/" + ada.id();

        assertThat(service.get(path, program("read write")).body().has("email")).isFalse();
        assertThat(service.get(path, program("read admin")).text("/email")).isEqualTo(ada.email());
    }

    @Test
    void a_token_cannot_issue_a_token() {
        var ada = service.somebody("Ada");
        var program = exchange(issue(ada, "\"read\", \"write\", \"admin\"")).text("/jwt");

        var answer = service.post(TOKENS, """
                {"name": "Another", "scopes": ["read"]}""", "Authorization: Bearer " + program);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/reason")).isEqualTo("login");
        assertThat(service.get(TOKENS, ada.bearer()).body().at("/items")).hasSize(1);
    }

    @Test
    void nobody_sees_or_revokes_the_token_of_somebody_else() {
        var issued = issue(service.somebody("Ada"), "\"read\"");
        var admin = "Authorization: " + Tokens.bearer(service.somebody("Lin").id(), "ADMIN");

        assertThat(service.get(TOKENS, admin).body().at("/items")).isEmpty();
        assertThat(service.delete(path(issued), admin).status()).isEqualTo(404);
        assertThat(exchange(issued).status()).isEqualTo(200);
    }

    @Test
    void an_expired_token_is_invalid_and_no_longer_listed() {
        var ada = service.somebody("Ada");
        var issued = service.post(TOKENS, """
                {"name": "Job", "scopes": ["read"], "expiresAt": "2999-01-01T00:00:00Z"}""", ada.bearer());
        assertThat(issued.text("/expiresAt")).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(exchange(issued).status()).isEqualTo(200);

        db.sql("update access_token set expires_at = now() where member_id = ?")
                .param(ada.id())
                .update();

        assertThat(exchange(issued).status()).isEqualTo(401);
        assertThat(service.get(TOKENS, ada.bearer()).body().at("/items")).isEmpty();
    }

    @Test
    void the_last_use_is_shown_and_recorded_at_most_once_a_minute() {
        var ada = service.somebody("Ada");
        var issued = issue(ada, "\"read\"");
        assertThat(lastUse(ada)).isNull();

        exchange(issued);
        var first = Instant.parse(lastUse(ada));
        exchange(issued);
        assertThat(Instant.parse(lastUse(ada))).isEqualTo(first);

        db.sql("update access_token set last_used_at = ? where member_id = ?")
                .params(Timestamp.from(first.minusSeconds(61)), ada.id())
                .update();
        exchange(issued);
        assertThat(Instant.parse(lastUse(ada))).isAfterOrEqualTo(first);
    }

    @Test
    void a_reactivated_member_has_no_earlier_tokens_not_even_one_issued_in_between() {
        var ada = service.somebody("Ada");
        var admin = "Authorization: " + Tokens.bearer(service.somebody("Lin").id(), "ADMIN");
        var issued = issue(ada, "\"read\"");
        var deactivation = "/api/members/" + ada.id() + "/deactivation";
        service.put(deactivation, "", admin);
        assertThat(issue(ada, "\"read\"").status()).isEqualTo(401);
        db.sql("update access_token set revoked_at = null where member_id = ?")
                .param(ada.id())
                .update();

        service.delete(deactivation, admin);

        assertThat(exchange(issued).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"scopes\": [\"read\"]}|/name",
                "{\"name\": \"Job\"}|/scopes",
                "{\"name\": \"Job\", \"scopes\": []}|/scopes",
                "{\"name\": \"Job\", \"scopes\": [\"everything\"]}|/scopes",
                "{\"name\": \"Job\", \"scopes\": [null]}|/scopes",
                "{\"name\": \"Job\", \"scopes\": [\"read\"], \"expiresAt\": \"2001-01-01T00:00:00Z\"}|/expiresAt",
                "{\"name\": \"Job\", \"scopes\": [\"read\"], \"expiresAt\": \"+300000-01-01T00:00:00Z\"}|/expiresAt"
            })
    void invalid_fields_of_a_token_are_reported(String body, String pointer) {
        var answer = service.post(TOKENS, body, service.somebody("Ada").bearer());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    private Answer issue(Somebody member, String scopes) {
        return service.post(TOKENS, "{\"name\": \"Job\", \"scopes\": [%s]}".formatted(scopes), member.bearer());
    }

    private Answer exchange(Answer issued) {
        return service.exchange("token", issued.text("/token"));
    }

    private @Nullable String lastUse(Somebody member) {
        var shown = service.get(TOKENS, member.bearer()).body().at("/items/0/lastUsedAt");
        return shown.isNull() ? null : shown.asString();
    }

    private static String path(Answer issued) {
        return TOKENS + "/" + issued.text("/id");
    }

    private static String program(String scopes) {
        return "Authorization: Bearer "
                + Tokens.of(
                        UUID.randomUUID(),
                        "ADMIN",
                        claims -> claims.claim("scope", scopes).claim("src", "api"));
    }
}
