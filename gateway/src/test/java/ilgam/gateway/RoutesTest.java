package ilgam.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {

    static final Running gateway = new Running().withAll();

    @BeforeEach
    void forget() {
        gateway.member.asked.clear();
        gateway.work.asked.clear();
        gateway.dashboard.asked.clear();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/members",
                "/api/members/me",
                "/api/session",
                "/api/sessions",
                "/api/access-tokens",
                "/api/password-resets/abc",
                "/api/teams",
                "/api/company",
                "/api/holidays",
                "/api/holiday-calendars/countries",
                "/api/invitations"
            })
    void members_and_sessions_are_routed_to_the_member_context(String path) throws Exception {
        assertThat(gateway.get(path).statusCode()).isEqualTo(200);
        assertThat(gateway.member.next().uri()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/projects",
                "/api/tasks/WEB-1",
                "/api/issues/WEB-2/history",
                "/api/work-items?q=a%20b&q=c+d",
                "/api/my-work",
                "/api/imports/1",
                "/api/stream"
            })
    void work_is_routed_to_the_work_context_with_the_url_unchanged(String path) throws Exception {
        assertThat(gateway.get(path).statusCode()).isEqualTo(200);
        assertThat(gateway.work.next().uri()).isEqualTo(path);
    }

    @Test
    void a_compressed_body_and_preconditions_are_forwarded_unchanged() throws Exception {
        gateway.send(
                "PATCH",
                "/api/tasks/WEB-1",
                "packed",
                "Content-Encoding",
                "gzip",
                "If-Match",
                "\"1\", \"2\"",
                "If-None-Match",
                "*");

        var asked = gateway.work.next();
        assertThat(asked.body()).isEqualTo("packed");
        assertThat(asked.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(asked.header("If-Match")).isEqualTo("\"1\", \"2\"");
        assertThat(asked.header("If-None-Match")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tasks/WEB-1", "/api/members", "/api/dashboard/summary"})
    void head_requests_are_routed(String path) {
        var head = gateway.send("HEAD", path, "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/health", "/api/docs", "/api/openapi.json"})
    void the_gateway_s_own_paths_answer_head_requests(String path) {
        var head = gateway.send("HEAD", path, "");
        assertThat(head.statusCode()).isEqualTo(gateway.get(path).statusCode());
        assertThat(head.body()).isEmpty();
    }

    @Test
    void figures_are_routed_to_the_dashboard_context() throws Exception {
        assertThat(gateway.get("/api/dashboard/summary").statusCode()).isEqualTo(200);
        assertThat(gateway.dashboard.next().uri()).isEqualTo("/api/dashboard/summary");
    }

    @Test
    void characters_that_browsers_leave_in_a_query_are_encoded() throws Exception {
        var request = "GET /api/work-items?text={a|b}[1]^`\\ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(EdgeFilterTest.raw(gateway.port(), request)).startsWith("HTTP/1.1 200");
        assertThat(gateway.work.next().uri()).isEqualTo("/api/work-items?text=%7Ba%7Cb%7D%5B1%5D%5E%60%5C");
    }

    @Test
    void forwarding_headers_of_a_client_are_replaced() throws Exception {
        gateway.get(
                "/api/tasks",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "for=6.6.6.6;host=evil.example;proto=https",
                "X-Ilgam-Service-Key",
                "guess",
                "X-Request-Id",
                "mine",
                "traceparent",
                "00-11111111111111111111111111111111-1111111111111111-01",
                "Cookie",
                "theme=dark");
        var asked = gateway.work.next();
        assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(asked.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(asked.header("X-Forwarded-Host")).isEqualTo("127.0.0.1:" + gateway.port());
        assertThat(asked.header("X-Ilgam-Service-Key")).isEqualTo(Running.KEY);
        assertThat(asked.header("Forwarded")).isEmpty();
        assertThat(asked.header("Cookie")).isEmpty();
        assertThat(asked.header("X-Request-Id")).matches("[0-9a-f]{32}");
        assertThat(asked.header("traceparent")).startsWith("00-" + asked.header("X-Request-Id"));
    }

    @Test
    void an_unknown_path_of_the_api_is_a_problem() {
        var answer = gateway.get("/api/nothing/here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Running.json(answer);
        assertThat(problem.path("reason").asString()).isEqualTo("not-found");
        assertThat(problem.path("traceId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void a_context_s_refusal_reaches_the_client_as_it_is() {
        gateway.work.at("/api/tasks/WEB-9", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            StandIn.answer(exchange, 412, "{\"reason\":\"stale\"}");
        });
        var answer = gateway.send("PATCH", "/api/tasks/WEB-9", "{}", "Content-Type", "application/merge-patch+json");
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).isEqualTo("{\"reason\":\"stale\"}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
    }
}
