package ilgam.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static ilgam.gateway.AccessTest.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BodiesUnderWayTest {

    static final String ADA = "ilgam_AdaAdaAdaAdaAdaAdaAda";
    static final String LIN = "ilgam_LinLinLinLinLinLinLin";
    static final String KIM = "ilgam_KimKimKimKimKimKimKim";

    static final Running gateway = new Running(
                    "--ilgam.gateway.bodies.each=3",
                    "--ilgam.gateway.bodies.all=5",
                    "--ilgam.gateway.bodies.bytes-of-each=300KB",
                    "--ilgam.gateway.bodies.bytes-of-all=500KB",
                    "--ilgam.gateway.bodies.imports-of-each=1",
                    "--ilgam.gateway.bodies.imports-of-all=2",
                    "--ilgam.gateway.bodies.time=4s",
                    "--ilgam.gateway.bodies.pause=1s",
                    "--ilgam.gateway.bodies.slowest=1KB",
                    "--ilgam.gateway.connections=3")
            .withAll();

    /** A request whose body is still being sent. */
    private record Held(String path, String token, int length, Socket socket) {}

    private final List<Held> held = new ArrayList<>();

    @BeforeEach
    void every_token_is_valid() {
        gateway.member.at("/internal/exchange", exchange -> {
            var token = JsonMapper.shared()
                    .readTree(exchange.getRequestBody().readAllBytes())
                    .path("token")
                    .asString();
            StandIn.answer(exchange, 200, Running.exchanged(token));
        });
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void the_bodies_of_one_caller_are_limited() throws IOException {
        for (int n = 0; n < 3; n++) begin("/api/tasks", ADA, 100);
        awaitRefusal("/api/tasks", ADA, 429, "too-many-bodies");
        assertThat(post("/api/tasks", LIN).statusCode()).isEqualTo(200);

        for (int n = 0; n < 2; n++) begin("/api/projects", LIN, 100);
        awaitRefusal("/api/tasks", KIM, 503, "overloaded");

        leave();
        awaitAdmission("/api/tasks", KIM);
        awaitAdmission("/api/tasks", ADA);
    }

    @Test
    void the_bytes_that_bodies_hold_in_memory_are_limited() throws IOException {
        begin("/api/tasks", ADA, 250_000);
        awaitRefusal("/api/tasks", ADA, 429, "too-many-bodies", 60_000);
        begin("/api/tasks", LIN, 200_000);
        awaitRefusal("/api/tasks", KIM, 503, "overloaded", 80_000);

        leave();
        awaitAdmission("/api/tasks", ADA);
    }

    @Test
    void streamed_uploads_are_limited() throws IOException {
        begin("/api/imports", ADA, 1_000_000);
        awaitRefusal("/api/imports", ADA, 429, "too-many-bodies");
        assertThat(post("/api/tasks", ADA).statusCode()).isEqualTo(200);
        begin("/api/imports", LIN, 1_000_000);
        awaitRefusal("/api/imports", KIM, 503, "overloaded");

        leave();
        awaitAdmission("/api/imports", KIM);
    }

    @Test
    void a_body_that_comes_too_slowly_is_cut_off_at_every_path() throws Exception {
        var known = List.of("/api/tasks", "/api/session", "/api/imports");
        var unknown = List.of("/api/nothing", "/nothing", "/internal/exchange");
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new HashMap<String, Future<String>>();
            for (var path : Stream.concat(known.stream(), unknown.stream()).toList()) {
                var socket = begin(path, KIM, 50_000);
                crowd.execute(() -> drip(socket));
                answers.put(
                        path,
                        crowd.submit(() -> new String(socket.getInputStream().readAllBytes(), US_ASCII)));
            }
            for (var each : answers.entrySet()) {
                var answer = each.getValue().get(9, TimeUnit.SECONDS);
                if (known.contains(each.getKey()))
                    assertThat(answer)
                            .as(each.getKey())
                            .startsWith("HTTP/1.1 408")
                            .contains("Retry-After: 1", "\"too-slow\"");
                else assertThat(answer).as(each.getKey()).startsWith("HTTP/1.1 4");
            }
        }
    }

    /** Sends a byte at a time until the connection is closed. */
    private static void drip(Socket socket) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(15))
                .until(() -> {
                    try {
                        socket.getOutputStream().write('x');
                        return false;
                    } catch (IOException closed) {
                        return true;
                    }
                });
    }

    @Test
    void an_incomplete_body_holds_no_upstream_connection() throws Exception {
        try (var service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            gateway.register("work-context", "w1", service.getLocalPort());
            var socket = begin("/api/tasks", ADA, 100_000);
            socket.getOutputStream().write(new byte[99_000]);
            service.setSoTimeout(300);
            assertThatThrownBy(service::accept).isInstanceOf(SocketTimeoutException.class);
            socket.getOutputStream().write(new byte[1000]);
            service.setSoTimeout(5000);
            service.accept().close();
        } finally {
            gateway.register("work-context", "w1", gateway.work.port());
            leave();
        }
    }

    @Test
    void members_requests_leave_connections_for_authentication() throws Exception {
        var end = new CountDownLatch(1);
        gateway.member.at("/api/teams", exchange -> {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            StandIn.answer(exchange, 200, "{}");
        });
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 3; n++) crowd.execute(() -> get("/api/teams", ADA));
            var began = System.nanoTime();
            assertThat(get("/api/projects", "ilgam_SomebodyNewSomebodyNew").statusCode())
                    .isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            end.countDown();
        }
    }

    /** Sends a request's head and no body yet. */
    private Socket begin(String path, String token, int length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        held.add(new Held(path, token, length, socket));
        socket.setSoTimeout(15_000);
        var authorization = path.equals("/api/session") ? "" : "Authorization: Bearer " + token + "\r\n";
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + "Content-Length: "
                                + length + "\r\n\r\n")
                        .getBytes(US_ASCII));
        return socket;
    }

    private void leave() throws IOException {
        for (var each : held) each.socket().close();
        held.clear();
    }

    private void awaitRefusal(String path, String token, int status, String reason) {
        awaitRefusal(path, token, status, reason, 10);
    }

    private void awaitRefusal(String path, String token, int status, String reason, int bytes) {
        Awaitility.await().untilAsserted(() -> {
            beginAgain();
            var answer = gateway.send("POST", path, "x".repeat(bytes), "Authorization", "Bearer " + token);
            assertProblem(answer, status, reason);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
    }

    /** Starts the request again that was refused while another one held the quota. */
    private void beginAgain() throws IOException {
        for (var each : List.copyOf(held)) {
            if (each.socket().getInputStream().available() == 0) continue;
            held.remove(each);
            each.socket().close();
            begin(each.path(), each.token(), each.length());
        }
    }

    private static void awaitAdmission(String path, String token) {
        Awaitility.await().until(() -> post(path, token).statusCode() == 200);
    }

    private static HttpResponse<String> post(String path, String token) {
        return gateway.send("POST", path, "{}", "Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(String path, String token) {
        return gateway.get(path, "Authorization", "Bearer " + token);
    }
}
