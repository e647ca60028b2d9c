package ilgam.starter.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.ids.Ids;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.Running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTest {

    private final Client client = new Client(Running.port());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":        | malformed-body | ''",
                "''                 | malformed-body | ''",
                "null               | malformed-body | ''",
                "[1]                | wrong-type     | ''",
                "{\"title\":\"a\",\"nope\":1}            | unknown-field | /nope",
                "{\"title\":5}                           | wrong-value   | /title",
                "{\"title\":\"a\",\"size\":\"5\"}        | wrong-type    | /size",
                "{\"title\":\"a\",\"size\":1.5}          | wrong-value   | /size",
                "{\"title\":\"a\",\"day\":\"soon\"}      | wrong-value   | /day",
                "{\"title\":\"a\",\"colour\":\"BLUE\"}   | wrong-value   | /colour",
                "{\"title\":\"a\",\"colour\":1}          | wrong-value   | /colour",
                "{\"title\":\"a\",\"labels\":[\"x\",{}]} | wrong-type    | /labels/1",
                "{\"title\":\"a\",\"labels\":\"x\"}      | wrong-type    | /labels",
                "{\"title\":\"a\\u0000b\"}                 | wrong-value   | /title",
                "{\"title\":\"a\",\"labels\":[\"x\",\"\\u0000\"]} | wrong-value | /labels/1",
                "{\"title\":\"a\",\"day\":\"+10000-01-01\"} | wrong-value | /day",
                "{\"title\":\"a\",\"day\":\"0000-12-31\"} | wrong-value  | /day",
                "{\"title\":\"a\",\"day\":\"2026-11-22T09:00:00Z\"} | wrong-value | /day",
                "{\"title\":\"a\",\"day\":\"2026-11-2\"}  | wrong-value   | /day",
                "{\"title\":\"a\",\"day\":\"\"}           | wrong-value   | /day",
                "{\"title\":\"a\",\"day\":20000}          | wrong-value   | /day",
                "{\"title\":\"a\",\"day\":[2026,11,22]}   | wrong-type    | /day",
                "{\"title\":\"a\",\"since\":\"+10000-01-01T00:00:00Z\"} | wrong-value | /since",
            })
    void an_invalid_body_is_400_with_a_pointer(String body, String reason, String pointer) {
        var answer = client.post("/api/things", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.isProblem()).as(answer.body()).isTrue();
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.json().at("/errors/0/pointer").asString("")).isEqualTo(pointer);
        assertThat(answer.json().path("values").isObject()).as(answer.body()).isTrue();
        for (var error : answer.json().path("errors")) {
            assertThat(error.path("reason").asString("")).as(answer.body()).isNotEmpty();
            assertThat(error.path("values").isObject()).as(answer.body()).isTrue();
        }
    }

    @Test
    void the_values_of_a_sentence_are_given_by_name() {
        var choice = client.post("/api/things", "{\"title\":\"a\",\"colour\":\"BLUE\"}");
        assertThat(choice.json().at("/errors/0/values/expected").asString()).isEqualTo("choice");
        assertThat(choice.json().at("/errors/0/values/choices").toString()).startsWith("[\"RED\"");
        assertThat(choice.json().path("values")).isEqualTo(choice.json().at("/errors/0/values"));

        var unknown = client.post("/api/things", "{\"title\":\"a\",\"nope\":1}");
        assertThat(unknown.json().path("values").toString()).isEqualTo("{\"field\":\"nope\"}");

        var limit = client.send("GET", "/api/things?limit=0", BodyPublishers.noBody());
        assertThat(limit.json().path("values").toString()).isEqualTo("{\"least\":1,\"most\":200}");
        assertThat(limit.json().path("detail").asString()).isEqualTo("The limit must be between 1 and 200.");

        var method = client.send("DELETE", "/api/things", BodyPublishers.noBody());
        assertThat(method.json().at("/values/possible/0").asString()).isEqualTo("GET");
        assertThat(client.post("/api/refused", "{}").json().path("values").toString())
                .isEqualTo("{}");
    }

    @Test
    void a_parameter_is_normalised() {
        assertThat(client.send("GET", "/api/text?what=e%CC%81%20", BodyPublishers.noBody())
                        .body())
                .isEqualTo("é");
    }

    @Test
    void a_valid_body_is_accepted() {
        var answer =
                client.post("/api/things", "{\"title\":\"a\",\"size\":5,\"day\":\"2026-11-22\",\"colour\":\"RED\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.json().path("day").asString()).isEqualTo("2026-11-22");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_100_000, 10_000_000, 60_000_000})
    void a_body_that_is_too_large_is_413_without_a_connection_reset(int size) {
        var body = new byte[size];
        Arrays.fill(body, (byte) 'a');

        Supplier<BodyPublisher> chunks =
                () -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(titled(body)));
        for (var answer : List.of(
                client.send("POST", "/api/things", BodyPublishers.ofByteArray(body)),
                client.send("POST", "/api/things", chunks.get()),
                client.send("POST", "/api/things", chunks.get(), "Idempotency-Key", "large" + size))) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.isProblem()).isTrue();
            assertThat(answer.reason()).isEqualTo("body-too-large");
            assertThat(answer.json().path("detail").asString()).isEqualTo("The body is larger than 1 MiB.");
        }
    }

    private static byte[] titled(byte[] title) {
        return ("{\"title\":\"" + new String(title, UTF_8) + "\"}").getBytes(UTF_8);
    }

    @Test
    void deep_nesting_is_refused() {
        assertThat(client.post("/api/things", "[".repeat(100_000)).status()).isIn(400, 413);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nowhere, 404, not-found",
        "GET, /nowhere, 404, not-found",
        "GET, /api/things/not-a-uuid, 400, wrong-value",
        "GET, /api/things?limit=0, 400, limit-out-of-range",
        "GET, /api/things?limit=x, 400, wrong-value",
        "GET, /api/things?cursor=%25%25, 400, malformed-cursor",
        "GET, /api/things?cursor=WzFd, 200, ''",
        "GET, /api/things?cursor=WyJcdTAwMDAiXQ, 400, malformed-cursor",
        "GET, /api/things?limit=1&what=a%00b, 400, bad-parameter",
        "GET, /api/things?a%00b, 400, bad-parameter",
        "GET, /api/things?what=a%0Ab, 400, bad-parameter",
        "GET, /api/things?what=%E2%80%AEb, 400, bad-parameter",
        "GET, /api/things?what=%2500, 200, ''",
        "GET, /api/days/2026-11-22, 200, ''",
        "GET, /api/days/9999-12-31, 200, ''",
        "GET, /api/days/+10000-01-01, 400, wrong-value",
        "GET, /api/days/0000-12-31, 400, wrong-value",
        "GET, /api/days?day=%2B999999999-12-31, 400, wrong-value",
        "GET, /api/days?day=soon, 400, wrong-value",
        "GET, /api/days?day=2026-02-30, 400, wrong-value",
        "GET, /api/days?day=%2B2026-11-22, 400, wrong-value",
        "GET, /api/days?day=2026-11-22T00:00:00Z, 400, wrong-value",
        "GET, /api/days?day=20261122, 400, wrong-value",
        "GET, /api/days?day=2026-11-2, 400, wrong-value",
        "GET, /api/days?day=, 200, ''",
        "DELETE, /api/things, 405, method-not-allowed",
        "POST, /api/refused, 409, taken",
        "GET, /api/%2e%2e/things, 400, malformed-request",
        "GET, /api/..%2fthings, 400, malformed-request",
        "GET, /api//things, 400, malformed-request",
        "GET, /api/things;a=b, 400, malformed-request",
        "GET, /api/%00, 400, malformed-request",
    })
    void every_refusal_is_a_problem_with_its_status(String method, String path, int status, String reason) {
        var answer = client.send(method, path, BodyPublishers.noBody());

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.isProblem()).as(answer.body()).isTrue();
            assertThat(answer.reason()).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/../things HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /api/%zz HTTP/1.1",
                "GET /api/<script> HTTP/1.1",
                "GET /api/\\things HTTP/1.1",
                "G@T /api/things HTTP/1.1",
            })
    void a_malformed_address_is_answered_with_a_problem_document(String requestLine) throws IOException {
        var answer = raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*application/problem\\+json.*\"reason\":.*");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Running.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void a_statement_over_its_time_out_is_answered_with_503() {
        var answer = client.get("/api/slow");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void statements_except_those_of_migrations_have_a_time_out() {
        var db = Running.bean(JdbcClient.class);

        assertThat(db.sql("show statement_timeout").query(String.class).single())
                .isEqualTo("30s");
        assertThat(db.sql("select of_migrations from statement_timeout_seen")
                        .query(String.class)
                        .single())
                .isEqualTo("0");
    }

    @Test
    void a_bug_shows_the_client_only_a_trace_id() {
        var answer = client.post(
                "/api/failing", "", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.body()).doesNotContain("secret detail").doesNotContain("IllegalState");
        assertThat(answer.json().path("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void a_body_of_another_type_is_415() {
        var answer = client.post("/api/things", "a=b", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void a_command_for_an_unknown_aggregate_is_404() {
        var answer = client.post("/api/counters/" + Ids.next(), "{\"amount\":1}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void a_refusal_that_lost_its_class_is_answered_by_its_details() {
        var counter = client.post("/api/tallies", "").body();

        var negative = client.post("/api/tallies/" + counter + "/additions?amount=-1", "");
        var tooMuch = client.post("/api/tallies/" + counter + "/additions?amount=1001", "");

        assertThat(negative.status()).as(negative.body()).isEqualTo(400);
        assertThat(negative.json().path("reason").asString()).isEqualTo("negative");
        assertThat(negative.json().path("detail").asString()).isEqualTo("A counter only goes up.");
        assertThat(negative.json().at("/errors/0/pointer").asString()).isEqualTo("/amount");
        assertThat(tooMuch.status()).as(tooMuch.body()).isEqualTo(409);
        assertThat(tooMuch.json().at("/values/most").asInt()).isEqualTo(1_000);
        assertThat(tooMuch.json().has("errors")).isFalse();
    }

    @Test
    void a_multipart_upload_may_be_larger_than_another_body() {
        var part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
                + "a".repeat(1_500_000) + "\r\n--x--\r\n";
        var answer = client.post("/api/uploads", part, "Content-Type", "multipart/form-data; boundary=x");

        assertThat(answer.body()).isEqualTo("1500000");
    }

    @Test
    void an_if_match_that_is_no_etag_is_400() {
        var id = Ids.next();

        assertThat(client.get("/api/things/" + id, "If-Match", "\"7\"").body()).isEqualTo(id + " 7");
        assertThat(client.get("/api/things/" + id, "If-Match", "*").body()).isEqualTo(id + " null");
        assertThat(client.get("/api/things/" + id, "If-Match", "seven").status())
                .isEqualTo(400);
    }
}
