package ilgam.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static ilgam.gateway.AccessTest.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

class EdgeFilterTest {

    static final Running gateway = new Running(
                    "--ilgam.public-url=https://work.example.com/", "--ilgam.known-hosts=proxy,intra.example.com")
            .withAll();

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
    void internal_paths_do_not_exist_on_the_public_port(String path) {
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
                "/api/tasks/%1b",
                "/api/tasks/%7f",
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
    void an_ambiguous_path_is_refused(String path) {
        gateway.work.asked.clear();
        gateway.member.asked.clear();
        var answer = raw(gateway.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
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
                "GET /api/tasks HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /api/tasks HTTP/1.1\r\n\r\n",
                "GET /api/tasks HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/tasks HTTP/1.1\r\nHost: localhost\r\nBad Header: y\r\nConnection: close\r\n\r\n",
                "POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "POST /api/tasks HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n",
                "TRACE /api/tasks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "BREW /api/tasks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "DELETE /index.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void a_malformed_request_is_answered_with_a_problem_document(String request) {
        var answer = raw(gateway.port(), request);
        assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat");
        if (request.startsWith("BREW")) assertThat(answer).startsWith("HTTP/1.1 200"); // as the stand-in does
        else assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|50[15]) .*").contains("\"traceId\":");
    }

    @Test
    void a_header_of_a_megabyte_is_refused_with_a_problem() {
        var answer = raw(
                gateway.port(),
                "GET /api/tasks HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(1_000_000) + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("\"traceId\":");
    }

    @Test
    void every_answer_has_the_security_headers() {
        var headers = gateway.get("/api/health").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /eureka/apps",
        "GET, /eureka/apps/WORK-CONTEXT",
        "POST, /eureka/apps/WORK-CONTEXT",
        "PUT, /eureka/apps/WORK-CONTEXT/w1",
        "PUT, /eureka/apps/WORK-CONTEXT/w1/status?value=DOWN",
        "DELETE, /eureka/apps/WORK-CONTEXT/w1",
        "POST, /%65ureka/apps/WORK-CONTEXT",
        "POST, /eureka/peerreplication/batch/"
    })
    void the_registry_needs_its_password(String method, String path) {
        for (var authorization : new String[] {
            "",
            "Authorization: \r\n",
            "Authorization: Basic c2VydmljZTpndWVzcw==\r\n",
            "Authorization: Bearer " + Running.KEY + "\r\n"
        }) {
            var answer = raw(
                    registryPort(),
                    method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + authorization
                            + "Content-Length: 0\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 403").contains("registry-password");
        }
        assertThat(inside("/eureka/apps")).contains("<instanceId>w1</instanceId>", "<status>UP</status>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:9000",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "work.example.com.evil.example",
                "0.0.0.0",
                "203.0.113.7",
                "[2001:db8::1]",
                "[::]"
            })
    void an_unknown_host_is_refused(String host) {
        for (var port : new int[] {gateway.port(), registryPort(), gateway.managementPort()})
            for (var path : new String[] {"/", "/api/health", "/eureka/apps", "/actuator/health/liveness", "/nothing"})
                assertThat(get(port, path, host))
                        .as("%s %s", port, path)
                        .startsWith("HTTP/1.1 421")
                        .contains("application/problem+json", "\"unknown-host\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:9000",
                "127.0.0.1",
                "127.8.9.1:80",
                "[::1]:9000",
                "192.168.3.4",
                "10.0.1.17:9000",
                "gateway:9001",
                "work.example.com",
                "Work.Example.com:443",
                "proxy",
                "intra.example.com"
            })
    void known_hosts_are_answered_on_every_port(String host) {
        assertThat(get(gateway.port(), "/api/session", host)).startsWith("HTTP/1.1 200");
        assertThat(get(registryPort(), "/eureka/apps", host)).startsWith("HTTP/1.1 200");
        assertThat(get(gateway.managementPort(), "/actuator/health/liveness", host))
                .startsWith("HTTP/1.1 200");
    }

    private static int registryPort() {
        return gateway.inside("/").getPort();
    }

    private static String inside(String path) {
        return get(registryPort(), path, "localhost");
    }

    private static String managed(String path) {
        return get(gateway.managementPort(), path, "localhost");
    }

    private static String get(int port, String path, String host) {
        var login = port == registryPort() ? "Authorization: " + Running.REGISTRY_LOGIN + "\r\n" : "";
        return raw(port, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + login + "\r\n");
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
