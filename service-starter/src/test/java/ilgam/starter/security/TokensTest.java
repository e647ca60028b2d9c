package ilgam.starter.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.oauth2.jwt.JwtException;

import ilgam.starter.sample.Client;
import ilgam.starter.sample.Client.Answer;
import ilgam.starter.sample.Running;
import ilgam.starter.test.AsGateway;
import ilgam.starter.test.Strangers;
import ilgam.starter.test.Tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class TokensTest {

    private static final UUID ADA = Client.ADA;

    @Test
    void a_controller_gets_the_caller() {
        var team = UUID.randomUUID();
        var answer = with(Tokens.of(ADA, "MANAGER", claims -> claims.claim("teams", List.of(team.toString()))))
                .get("/api/caller");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("member").asString()).isEqualTo(ADA.toString());
        assertThat(answer.json().path("role").asString()).isEqualTo("MANAGER");
        assertThat(answer.json().path("teams").get(0).asString()).isEqualTo(team.toString());
        assertThat(answer.json().path("source").asString()).isEqualTo("web");
    }

    @Test
    void without_a_token_only_public_paths_answer() {
        var nobody = with("");

        assertThat(nobody.get("/api/public").body()).isEqualTo("open");
        for (var path : new String[] {"/api/caller", "/api/nowhere"}) {
            var answer = nobody.get(path);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.isProblem()).isTrue();
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    static List<String> badTokens() {
        var parts = Tokens.of(ADA, "MEMBER").split("\\.");
        var unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        return List.of(
                "nonsense",
                Tokens.forged(ADA, "ADMIN"),
                Tokens.of(ADA, "MEMBER", claims -> claims.issuer("somebody")),
                Tokens.of(ADA, "MEMBER", claims -> claims.issuer(null)),
                Tokens.of(ADA, "MEMBER", claims -> claims.expirationTime(null)),
                Tokens.of(ADA, "MEMBER", claims -> claims.expirationTime(secondsAgo(7))),
                Tokens.of(ADA, "MEMBER", claims -> claims.subject("ada")),
                Tokens.of(ADA, "MEMBER", claims -> claims.subject(null)),
                Tokens.of(ADA, "MEMBER", claims -> claims.claim("role", null)),
                unsigned + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, 20),
                parts[0] + "." + Base64.getUrlEncoder().encodeToString("{}".getBytes(UTF_8)) + "." + parts[2]);
    }

    private static Date secondsAgo(int seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_token_with_a_wrong_signature_issuer_or_time_is_401(String token) {
        var answer = with(token).get("/api/caller");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.reason()).isEqualTo("invalid-token");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void clocks_may_differ_by_only_a_few_seconds() throws Exception {
        var token = Tokens.of(ADA, "MEMBER");
        var expiry =
                SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime().toInstant();

        for (int pass = 0; pass < 2; pass++) {
            assertThat(at(expiry.plusSeconds(4)).decode(token).getSubject()).isEqualTo(ADA.toString());
            assertThat(catchThrowable(() -> at(expiry.plusSeconds(6)).decode(token)))
                    .isInstanceOf(JwtException.class);
        }
    }

    @Test
    void a_cached_token_expires() throws Exception {
        var token = Tokens.of(ADA, "MEMBER");
        var expiry =
                SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime().toInstant();
        var now = new AtomicReference<>(expiry.minusSeconds(1));
        var verifier = verifier(ticking(now));

        verifier.decode(token);
        now.set(expiry.plusSeconds(6));

        assertThat(catchThrowable(() -> verifier.decode(token))).isInstanceOf(JwtException.class);
    }

    private static Clock ticking(AtomicReference<Instant> now) {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static TokenVerifier at(Instant now) {
        return verifier(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static TokenVerifier verifier(Clock clock) {
        return new TokenVerifier(TokenVerifier.readPem(new FileSystemResource(Tokens.publicKey())), clock);
    }

    @Test
    void a_token_with_the_scope_read_changes_nothing() {
        var reader = with(Tokens.of(ADA, "MEMBER", claims -> claims.claim("scope", "read")));

        assertThat(reader.get("/api/caller").status()).isEqualTo(200);
        Answer refused = reader.post("/api/things", "{\"title\":\"a\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.reason()).isEqualTo("scope");
        assertThat(refused.isProblem()).isTrue();
    }

    @Test
    void without_the_service_key_every_path_is_404() {
        var nobody = with("");

        assertThat(nobody.get("/internal/secret").body()).isEqualTo("internal");
        assertThat(nobody.get("/internal/secret", ServiceKeyFilter.HEADER, "guess")
                        .isProblem())
                .isTrue();
        assertThat(Strangers.answersTo(Running.application())).isEmpty();
    }

    @Test
    void an_unknown_host_is_refused() throws IOException {
        for (var port : List.of(Running.port(), Running.managementPort())) {
            for (var host : List.of("evil.example", "0.0.0.0", "203.0.113.7"))
                assertThat(answer(port, host)).startsWith("HTTP/1.1 421").contains("\"unknown-host\"");
            for (var host : List.of("localhost", "127.0.0.1:80", "172.18.0.3:8081", "sample"))
                assertThat(answer(port, host)).startsWith("HTTP/1.1 200");
        }
    }

    private static String answer(int port, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var path = port == Running.port() ? "/api/public" : "/actuator/health/liveness";
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                    + AsGateway.KEY_HEADER + ": " + Tokens.SERVICE_KEY + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/info",
                "/actuator/prometheus"
            })
    void health_and_metrics_are_on_the_management_port_alone(String path) {
        assertThat(operator().get(path).status()).isEqualTo(200);
        assertThat(with("").get(path).reason()).isEqualTo("not-found");
        assertThat(with(Tokens.of(ADA, "ADMIN")).get(path).reason()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/api/public",
                "/api/things",
                "/internal/secret",
                "/v3/api-docs",
                "/"
            })
    void the_management_port_has_no_other_paths(String path) {
        assertThat(operator().get(path).status()).isIn(401, 404);
    }

    @Test
    void the_api_description_has_no_caller_parameter() {
        var answer = with("").get("/v3/api-docs", ServiceKeyFilter.HEADER, "guess");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
        assertThat(answer.json().at("/paths/~1api~1caller/get").has("parameters"))
                .isFalse();
    }

    private static Client operator() {
        return new Client(Running.managementPort(), "");
    }

    private static Client with(String token) {
        return new Client(Running.port(), token);
    }
}
