package ilgam.member.identity.api;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.member.test.AtOnce;
import ilgam.member.test.ServiceClient;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Strangers;

import static org.assertj.core.api.Assertions.assertThat;

@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "test.quick-hashing=false")
class SessionApiTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    private final ServiceClient service;
    private final JdbcClient db;

    SessionApiTest(@LocalServerPort int port, @Autowired JdbcClient db) {
        this.service = new ServiceClient(port);
        this.db = db;
    }

    @Test
    void a_log_in_sets_a_session_hidden_from_scripts_and_a_csrf_token_readable_by_scripts() {
        var ada = service.somebody("Ada");

        var answer = service.logIn(ada.email(), ServiceClient.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/member/email")).isEqualTo(ada.email());
        assertThat(answer.cookie("ILGAM_SESSION"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(answer.cookie("XSRF-TOKEN"))
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("HttpOnly");
        assertThat(answer.cookieValue("ILGAM_SESSION")).hasSize(43);
    }

    @Test
    void the_public_url_decides_whether_cookies_are_secure() {
        var ada = service.somebody("Ada");

        var answer = service.logIn(ada.email(), ServiceClient.PASSWORD, "X-Forwarded-Proto: https");

        assertThat(answer.cookie("ILGAM_SESSION")).doesNotContain("Secure");
        assertThat(answer.cookie("__Host-ILGAM_SESSION")).contains("Max-Age=0");
    }

    @Test
    void the_csrf_token_is_derived_from_the_session() throws Exception {
        var ada = service.somebody("Ada");
        var answer = service.logIn(ada.email(), ServiceClient.PASSWORD);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                answer.cookieValue("ILGAM_SESSION").getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));

        assertThat(answer.cookieValue("XSRF-TOKEN"))
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal("xsrf".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void an_address_is_the_same_in_any_case() {
        var ada = service.somebody("Ada");

        assertThat(service.logIn(" " + ada.email().toUpperCase(Locale.ROOT), ServiceClient.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        var ada = service.somebody("Ada");

        var wrong = service.logIn(ada.email(), "not her password");
        var unknown = service.logIn("nobody" + UUID.randomUUID() + "@example.com", "not her password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
        assertThat(unknown.text("/reason")).isEqualTo(wrong.text("/reason"));
        assertThat(wrong.raw().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void an_unknown_address_takes_as_long_as_a_wrong_password() {
        var ada = service.somebody("Ada");

        var wrong = new ArrayList<Duration>();
        var unknown = new ArrayList<Duration>();
        for (int n = 0; n < 9; n++) {
            wrong.add(timeOf(() -> service.logIn(ada.email(), "not her password")));
            unknown.add(timeOf(() -> service.logIn("nobody" + ada.email(), "not her password")));
        }

        // Without the hash, an unknown address would take a tenth of the time. Compares the fastest of each, as the
        // machine may be busy.
        var known = Collections.min(wrong).toMillis();
        assertThat(Collections.min(unknown).toMillis()).isBetween(known / 3, known * 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/email",
                "{\"email\": \"x@example.com\"}|/password",
                "{\"email\": \"x@example.com\", \"password\": \"\"}|/password"
            })
    void a_log_in_needs_an_address_and_a_password(String body, String pointer) {
        var answer = service.post("/api/session", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{|400", "[]|400", "{\"email\": 1}|400", "{\"email\": \"a\", \"password\": \"b\", \"more\": 1}|400"
            })
    void a_malformed_log_in_is_refused(String body, int status) {
        assertThat(service.post("/api/session", body).status()).isEqualTo(status);
    }

    @Test
    void after_ten_wrong_passwords_an_account_is_locked_even_for_the_right_one() {
        var ada = service.somebody("Ada");
        var wrong = AtOnce.call(
                IntStream.range(0, 14).mapToObj(n -> () -> service.logIn(ada.email(), "wrong password " + n)));

        assertThat(wrong)
                .extracting(ServiceClient.Answer::status)
                .filteredOn(status -> status == 401)
                .hasSize(10);
        assertThat(wrong)
                .extracting(ServiceClient.Answer::status)
                .filteredOn(status -> status == 429)
                .hasSize(4);
        var right = service.logIn(ada.email(), ServiceClient.PASSWORD);
        assertThat(right.status()).isEqualTo(429);
        assertThat(Integer.parseInt(right.header("Retry-After"))).isBetween(800, 901);
        assertThat(right.text("/reason")).isEqualTo("too-many-attempts");

        db.sql("update log_in_attempt set at = at - interval '16 minutes'").update();
        assertThat(service.logIn(ada.email(), ServiceClient.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void after_a_hundred_wrong_passwords_a_network_is_locked_for_all_accounts() {
        var ada = service.somebody("Ada");
        failuresFrom("203.0.113.7", 99);
        failuresFrom("2001:db8:1:2", 100);

        assertThat(logInFrom("203.0.113.7", ada.email(), ServiceClient.PASSWORD).status())
                .as("a right password does not count")
                .isEqualTo(200);
        assertThat(logInFrom("203.0.113.7", "a" + ada.email(), "wrong password").status())
                .isEqualTo(401);
        var refused = logInFrom("203.0.113.7", ada.email(), ServiceClient.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/reason")).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 901);
        assertThat(logInFrom("2001:db8:1:2:aaaa::1", ada.email(), ServiceClient.PASSWORD)
                        .status())
                .as("all IPv6 addresses of a network count together")
                .isEqualTo(429);
        assertThat(logInFrom("203.0.113.8", ada.email(), ServiceClient.PASSWORD).status())
                .isEqualTo(200);
    }

    private ServiceClient.Answer logInFrom(String address, String email, String password) {
        return service.logIn(email, password, "X-Forwarded-For: " + address);
    }

    private void failuresFrom(String network, int count) {
        db.sql("""
                        insert into log_in_attempt (account_key, at)
                        select sha256(convert_to(?, 'UTF8')), now() from generate_series(1, ?)
                        """).params("from " + network, count).update();
    }

    @Test
    void an_unknown_address_is_locked_like_a_known_one() {
        var nobody = "nobody" + UUID.randomUUID() + "@example.com";
        IntStream.range(0, 10).forEach(n -> service.logIn(nobody, "wrong password"));

        assertThat(service.logIn(nobody, "wrong password").status()).isEqualTo(429);
    }

    @Test
    void the_right_password_clears_earlier_wrong_ones() {
        var ada = service.somebody("Ada");
        IntStream.range(0, 9).forEach(n -> service.logIn(ada.email(), "wrong password"));
        service.logIn(ada.email(), ServiceClient.PASSWORD);

        assertThat(service.logIn(ada.email(), "wrong password").status()).isEqualTo(401);
        assertThat(service.logIn(ada.email(), ServiceClient.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void every_log_in_is_a_new_session_and_replaces_the_one_of_the_browser() {
        var ada = service.somebody("Ada");

        var answer = service.logIn(ada.email(), ServiceClient.PASSWORD, "Cookie: ILGAM_SESSION=" + ada.cookie());

        assertThat(answer.cookieValue("ILGAM_SESSION")).isNotEqualTo(ada.cookie());
        assertThat(service.exchange("session", ada.cookie()).status()).isEqualTo(401);
    }

    @Test
    void a_session_is_exchanged_for_a_token_of_one_minute() throws Exception {
        var ada = service.somebody("Ada");

        var answer = service.exchange("session", ada.cookie());

        var token = SignedJWT.parse(answer.text("/jwt"));
        var claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(claims.getIssuer()).isEqualTo("ilgam");
        assertThat(claims.getSubject()).isEqualTo(ada.id().toString());
        assertThat(claims.getStringClaim("scope")).isEqualTo("read write admin");
        assertThat(claims.getStringClaim("src")).isEqualTo("web");
        assertThat(claims.getStringListClaim("teams")).isEmpty();
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(Instant.parse(answer.text("/expiresAt")));
        assertThat(Duration.between(Instant.now(), claims.getExpirationTime().toInstant())
                        .toSeconds())
                .isBetween(55L, 60L);
    }

    @ParameterizedTest
    @CsvSource({"session", "token"})
    void an_unknown_secret_cannot_be_exchanged(String what) {
        var answer = service.exchange(what, "nonsense");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void without_the_service_key_there_is_no_exchange() {
        var ada = service.somebody("Ada");

        assertThat(service.post(
                                "/internal/exchange",
                                "{\"session\": \"" + ada.cookie() + "\"}",
                                ServiceClient.wrongKey())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void only_the_gateway_and_services_reach_the_internal_api(@Autowired ApplicationContext service) {
        assertThat(Strangers.answersTo(service)).isEmpty();
    }

    @Test
    void who_am_i_returns_the_logged_in_member() {
        var ada = service.somebody("Ada");

        var answer = service.get("/api/session", ada.bearer());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/member/id")).isEqualTo(ada.id().toString());
        assertThat(service.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void logging_out_ends_the_session_and_clears_the_cookies() {
        var ada = service.somebody("Ada");

        var answer = service.delete("/api/session", ada.bearer());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.cookie("ILGAM_SESSION")).startsWith("ILGAM_SESSION=;").contains("Max-Age=0");
        assertThat(answer.cookie("XSRF-TOKEN")).startsWith("XSRF-TOKEN=;").contains("Max-Age=0");
        assertThat(service.exchange("session", ada.cookie()).status()).isEqualTo(401);
    }

    @Test
    void a_member_sees_where_they_are_logged_in_and_ends_it_there() {
        var ada = service.somebody("Ada");
        var phone = service.logIn(
                ada.email(), ServiceClient.PASSWORD, "User-Agent: Phone/1", "X-Forwarded-For: 203.0.113.7, 10.0.0.1");

        var sessions = service.get("/api/sessions", ada.bearer()).body().at("/items");

        assertThat(sessions).hasSize(2);
        var there = sessions.valueStream()
                .filter(session -> !session.at("/current").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(there.at("/userAgent").asString()).isEqualTo("Phone/1");
        assertThat(there.at("/address").asString()).isEqualTo("203.0.113.7");
        var path = "/api/sessions/" + there.at("/id").asString();
        assertThat(service.delete(path, service.somebody("Lin").bearer()).status())
                .isEqualTo(404);
        assertThat(service.delete(path, ada.bearer()).status()).isEqualTo(204);
        assertThat(service.delete(path, ada.bearer()).status()).isEqualTo(404);
        assertThat(service.exchange("session", phone.cookieValue("ILGAM_SESSION"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_session_ends_after_30_days_or_14_days_without_use() {
        var ada = service.somebody("Ada");
        var lin = service.somebody("Lin");

        db.sql("update session set last_used_at = ? where member_id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(14))), ada.id())
                .update();
        db.sql("update session set ends_at = now() where member_id = ?")
                .param(lin.id())
                .update();

        assertThat(service.exchange("session", ada.cookie()).status()).isEqualTo(401);
        assertThat(service.exchange("session", lin.cookie()).status()).isEqualTo(401);
    }

    @Test
    void the_last_use_is_recorded_at_most_once_a_minute() {
        var ada = service.somebody("Ada");
        var before = lastUse(ada.id());
        service.exchange("session", ada.cookie());
        assertThat(lastUse(ada.id())).isEqualTo(before);

        db.sql("update session set last_used_at = last_used_at - interval '2 minutes' where member_id = ?")
                .param(ada.id())
                .update();
        service.post("/internal/exchange", """
                {"session": "%s", "address": "198.51.100.4", "userAgent": "Browser/2"}""".formatted(ada.cookie()));

        assertThat(lastUse(ada.id())).isAfterOrEqualTo(before);
        assertThat(service.get("/api/sessions", ada.bearer()).text("/items/0/address"))
                .isEqualTo("198.51.100.4");
    }

    @Test
    void no_secret_is_stored_in_plain_text() {
        var ada = service.somebody("Ada");
        var token = service.post("/api/access-tokens", """
                        {"name": "Job", "scopes": ["read"]}""", ada.bearer()).text("/token");

        var rows = db.sql("""
                        select (select string_agg(s::text, ' ') from session s) || (select string_agg(t::text, ' ')
                            from access_token t) || (select string_agg(c::text, ' ') from credentials c)
                        """).query(String.class).single();

        assertThat(rows)
                .doesNotContain(ada.cookie(), token, ServiceClient.PASSWORD)
                .contains("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private Instant lastUse(UUID member) {
        return db.sql("select max(last_used_at) from session where member_id = ?")
                .param(member)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private static Duration timeOf(Runnable attempt) {
        var start = System.nanoTime();
        attempt.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
