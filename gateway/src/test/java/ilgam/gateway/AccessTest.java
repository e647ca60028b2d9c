package ilgam.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTest {

    static final String ADA = "ilgam_AdaAdaAdaAdaAdaAdaAda";
    static final String STALE = "ilgam_staleStaleStaleStale";
    static final String SESSION = "sessionOfLinSessionOfLin";

    static final Running gateway = new Running().withAll();
    static final AtomicInteger exchanges = new AtomicInteger();

    @BeforeEach
    void exchangeKnownCredentials() {
        gateway.member.at("/internal/exchange", exchange -> {
            exchanges.incrementAndGet();
            var body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            var keyed = Running.KEY.equals(exchange.getRequestHeaders().getFirst("X-Ilgam-Service-Key"));
            if (keyed && body.path("token").asString("").equals(ADA))
                StandIn.answer(exchange, 200, Running.exchanged("ada"));
            else if (keyed && body.path("session").asString("").equals(SESSION))
                StandIn.answer(exchange, 200, Running.exchanged("lin"));
            else StandIn.answer(exchange, 401, "{}");
        });
        gateway.send("DELETE", "/api/access-tokens/x", "");
        gateway.member.asked.clear();
        gateway.work.asked.clear();
        exchanges.set(0);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_token_is_exchanged_once_for_a_signed_one() throws Exception {
        for (int i = 0; i < 5; i++) assertThat(asAda("/api/tasks").statusCode()).isEqualTo(200);
        assertThat(gateway.work.next().header("Authorization")).isEqualTo("Bearer " + Running.jwt("ada"));
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void the_cache_holds_fewer_large_tokens() {
        var large = Running.jwt("ada") + "a".repeat(200_000);
        gateway.member.at("/internal/exchange", exchange -> {
            exchanges.incrementAndGet();
            StandIn.answer(exchange, 200, "{\"jwt\":\"" + large + "\"}");
        });
        for (int round = 0; round < 2; round++)
            for (int token = 0; token < 100; token++)
                gateway.get("/api/tasks", "Authorization", "Bearer ilgam_LargeLargeLargeLarge%03d".formatted(token));
        assertThat(exchanges).hasValueGreaterThanOrEqualTo(100 + 16);
    }

    @Test
    void concurrent_requests_share_one_exchange() throws Exception {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 30; i++) answers.add(crowd.submit(() -> asAda("/api/tasks")));
            for (var answer : answers) assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        assertThat(exchanges).hasValue(1);
    }

    @Test
    void a_cookie_is_exchanged_for_a_signed_token_and_not_forwarded() throws Exception {
        assertThat(gateway.get("/api/tasks", "Cookie", "ILGAM_SESSION=" + SESSION)
                        .statusCode())
                .isEqualTo(200);
        var asked = gateway.work.next();
        assertThat(asked.header("Authorization")).isEqualTo("Bearer " + Running.jwt("lin"));
        assertThat(asked.header("Cookie")).isEmpty();
    }

    @Test
    void the_session_cookie_is_forwarded_to_the_path_of_sessions_alone() throws Exception {
        gateway.get("/api/session", "Cookie", "theme=dark; ILGAM_SESSION=" + SESSION);
        assertThat(gateway.member.next().header("Cookie")).isEqualTo("ILGAM_SESSION=" + SESSION);
    }

    @Test
    void a_token_has_precedence_over_a_cookie() throws Exception {
        gateway.get("/api/tasks", "Cookie", "ILGAM_SESSION=" + SESSION, "Authorization", "Bearer " + ADA);
        assertThat(gateway.work.next().header("Authorization")).isEqualTo("Bearer " + Running.jwt("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + STALE, "Bearer not-one-of-ours", "Basic YTpi", "Bearer", "Bearer "})
    void an_unknown_credential_is_refused(String authorization) {
        var answer = gateway.get("/api/tasks", "Authorization", authorization);
        assertProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void a_stale_cookie_is_ignored_only_where_no_session_is_needed() {
        var stale = "ILGAM_SESSION=staleStaleStaleStale";
        assertProblem(gateway.get("/api/tasks", "Cookie", stale), 401, "unauthenticated");
        assertThat(gateway.send("POST", "/api/session", "{}", "Cookie", stale).statusCode())
                .isEqualTo(200);
        assertThat(gateway.send("POST", "/api/%73ession", "{}", "Cookie", stale).statusCode())
                .isEqualTo(200);
        assertThat(gateway.send("POST", "/api/members", "{}", "Cookie", stale).statusCode())
                .isEqualTo(200);
        assertThat(gateway.get("/", "Cookie", stale, "Accept", "text/html").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_change_with_a_cookie_needs_the_xsrf_header() throws Exception {
        var cookie = "ILGAM_SESSION=" + SESSION;
        assertProblem(gateway.send("POST", "/api/tasks", "{}", "Cookie", cookie), 403, "csrf");
        assertProblem(
                gateway.send("POST", "/api/tasks", "{}", "Cookie", cookie, "X-XSRF-TOKEN", xsrf("another")),
                403,
                "csrf");
        assertThat(gateway.send("POST", "/api/tasks", "{}", "Cookie", cookie, "X-XSRF-TOKEN", xsrf(SESSION))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_change_with_a_token_needs_no_xsrf_header() {
        assertThat(gateway.send("POST", "/api/tasks", "{}", "Authorization", "Bearer " + ADA)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_log_out_takes_effect_at_once() throws Exception {
        var cookie = "ILGAM_SESSION=" + SESSION;
        assertThat(gateway.get("/api/tasks", "Cookie", cookie).statusCode()).isEqualTo(200);
        var out = gateway.send("DELETE", "/api/session", "", "Cookie", cookie, "X-XSRF-TOKEN", xsrf(SESSION));
        assertThat(out.statusCode()).isEqualTo(200);
        gateway.member.at("/internal/exchange", exchange -> StandIn.answer(exchange, 401, "{}"));
        assertProblem(gateway.get("/api/tasks", "Cookie", cookie), 401, "unauthenticated");
    }

    @Test
    void a_credential_that_another_instance_ended_is_refused_within_ten_seconds() {
        assertThat(asAda("/api/tasks").statusCode()).isEqualTo(200);
        gateway.member.at("/internal/exchange", exchange -> StandIn.answer(exchange, 401, "{}"));
        var ended = Instant.now();
        assertThat(asAda("/api/tasks").statusCode()).as("still remembered").isEqualTo(200);

        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> asAda("/api/tasks").statusCode() == 401);

        assertThat(Duration.between(ended, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void an_event_stream_ends_with_the_session_that_opened_it() throws Exception {
        var over = new CountDownLatch(1);
        gateway.work.at("/api/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(over);
            exchange.close();
        });
        var cookie = "ILGAM_SESSION=" + SESSION;
        var request = HttpRequest.newBuilder(gateway.outside("/api/stream")).header("Cookie", cookie);
        var stream = gateway.http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(stream.body().readNBytes(9)).isEqualTo(": hello\n\n".getBytes(StandardCharsets.UTF_8));

        gateway.member.at("/internal/exchange", exchange -> StandIn.answer(exchange, 401, "{}"));
        gateway.send("DELETE", "/api/session", "", "Cookie", cookie, "X-XSRF-TOKEN", xsrf(SESSION));
        assertThat(CompletableFuture.supplyAsync(() -> toTheEnd(stream.body()))).succeedsWithin(Duration.ofSeconds(5));
        over.countDown();
    }

    private static int toTheEnd(InputStream stream) {
        try {
            return stream.readAllBytes().length;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) throw new AssertionError("nobody let go");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void without_a_member_context_a_credential_is_answered_with_503() {
        gateway.member.at("/internal/exchange", exchange -> StandIn.answer(exchange, 500, "{}"));
        var answer = asAda("/api/tasks");
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    static HttpResponse<String> asAda(String path) {
        return gateway.get(path, "Authorization", "Bearer " + ADA);
    }

    static void assertProblem(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Running.json(answer);
        assertThat(problem.path("reason").asString()).isEqualTo(reason);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + reason);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).endsWith(".");
        assertThat(problem.path("traceId").asString()).hasSize(32);
    }

    private static String xsrf(String session) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(session.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal("xsrf".getBytes(StandardCharsets.UTF_8)));
    }
}
