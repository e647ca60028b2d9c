package ilgam.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static ilgam.gateway.AccessTest.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class DoorTest {

    static final Running gateway = new Running().withAll();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/eureka/apps",
                "/eureka",
                "/eureka/v2/apps",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/internal/exchange",
                "/v3/api-docs",
                "/error"
            })
    void what_is_for_inside_does_not_exist_outside(String path) {
        assertProblem(gateway.get(path), 404, "not-found");
        assertProblem(gateway.get(path, "Accept", "text/html"), 404, "not-found");
    }

    @Test
    void the_registry_port_has_the_registry_and_nothing_else() {
        assertThat(inside("/eureka/apps")).contains("200").contains("WORK-CONTEXT");
        for (var path : new String[] {
            "/", "/api/health", "/api/tasks", "/actuator", "/actuator/health", "/actuator/prometheus", "/index.html"
        }) assertThat(inside(path)).as(path).startsWith("HTTP/1.1 404");
    }

    @Test
    void the_management_port_has_health_and_metrics_and_nothing_else() {
        assertThat(managed("/actuator/health/liveness")).contains("200").contains("UP");
        assertThat(managed("/actuator/health/readiness")).contains("200").contains("UP");
        assertThat(managed("/actuator/prometheus")).contains("200").contains("jvm_memory");
        for (var path : new String[] {
            "/", "/api/health", "/api/tasks", "/eureka/apps", "/actuator/env", "/actuator/heapdump", "/index.html"
        }) assertThat(managed(path)).as(path).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/../internal/exchange",
                "/api/tasks/../../actuator/health",
                "/api/./tasks",
                "/api//tasks",
                "//api/tasks",
                "/api/tasks/%2e%2e/%2e%2e/internal/exchange",
                "/api/tasks/..%2f..%2finternal",
                "/api/tasks%2f..%2f..",
                "/api/tasks;/../../internal/exchange",
                "/api;x=1/tasks",
                "/api/tasks/..;/..;/internal",
                "/%61pi/..;/eureka/apps",
                "/api/tasks/%252e%252e/x",
                "/api/tasks/%00",
                "/api/tasks/%5c..%5c..",
                "/api/tasks\\..\\..\\internal",
                "/api/tasks/%zz",
                "/api/tasks/%",
                "/api/tasks/<script>",
                "/.",
                "/..",
                "/api/tasks/..",
                "/api/tasks?a=%zz",
                "/;/eureka/apps",
                "/eureka;/apps",
                "/./eureka/apps",
                "//eureka/apps",
                "/%65ureka/apps",
                "/%2e/eureka/apps"
            })
    void a_treacherous_path_leads_nowhere(String path) {
        gateway.work.asked.clear();
        gateway.member.asked.clear();
        var answer = raw(gateway.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).as(path).matches("(?s)HTTP/1.1 (400|404) .*");
        assertThat(answer)
                .contains("application/problem+json")
                .contains("\"traceId\":")
                .doesNotContain("<html");
        assertThat(gateway.work.asked).isEmpty();
        assertThat(gateway.member.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /api/tasks HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /api/tasks HTTP/1.1\r\n\r\n",
                "GET /api/tasks HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/tasks HTTP/1.1\r\nHost: x\r\nBad Header: y\r\nConnection: close\r\n\r\n",
                "POST /api/tasks HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /api/tasks HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "POST /api/tasks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
                "TRACE /api/tasks HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "BREW /api/tasks HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "DELETE /index.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void even_what_is_not_http_gets_a_problem_and_no_page(String request) {
        var answer = raw(gateway.port(), request);
        assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat");
        if (request.startsWith("BREW")) assertThat(answer).startsWith("HTTP/1.1 200"); // the context decides
        else assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|50[15]) .*").contains("\"traceId\":");
    }

    @Test
    void a_header_of_a_megabyte_is_refused_with_a_problem() {
        var answer = raw(
                gateway.port(), "GET /api/tasks HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(1_000_000) + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("\"traceId\":");
    }

    @Test
    void every_answer_says_how_it_may_be_used() {
        var headers = gateway.get("/api/health").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    private static String inside(String path) {
        return get(gateway.inside("/").getPort(), path);
    }

    private static String managed(String path) {
        return get(gateway.managementPort(), path);
    }

    private static String get(int port, String path) {
        return raw(port, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    static String raw(int port, String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            if (request.startsWith("NONSENSE") || !request.contains("Connection: close")) socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
