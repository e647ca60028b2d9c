package ilgam.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static ilgam.gateway.AccessTest.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class StreamingTest {

    static final long HUNDRED_MB = 100L * 1024 * 1024;
    static final Running gateway = new Running("--ilgam.gateway.import-limit=150MB").withAll();

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void an_upload_of_a_hundred_megabytes_is_streamed() throws Exception {
        var begun = new CountDownLatch(1);
        var received = new AtomicLong();
        var type = new String[1];
        gateway.work.at("/api/imports", exchange -> {
            type[0] = exchange.getRequestHeaders().getFirst("Content-Type");
            received.addAndGet(exchange.getRequestBody().readNBytes(100).length);
            begun.countDown();
            received.addAndGet(drain(exchange.getRequestBody()));
            exchange.getResponseHeaders().set("Location", "/api/imports/1");
            StandIn.answer(exchange, 202, "{}");
        });

        System.gc();
        var before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        var peak = new AtomicLong();
        var head = "--b\r\nContent-Disposition: form-data; name=\"items\"; filename=\"items.csv\"\r\n\r\n";
        var body = new SequenceInputStream(Collections.enumeration(List.of(
                new java.io.ByteArrayInputStream(head.getBytes(US_ASCII)),
                new Zeros(HUNDRED_MB, begun, peak),
                new java.io.ByteArrayInputStream("\r\n--b--\r\n".getBytes(US_ASCII)))));
        var answer = gateway.send(HttpRequest.newBuilder(gateway.outside("/api/imports"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofInputStream(() -> body)));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/api/imports/1");
        assertThat(type[0]).isEqualTo("multipart/form-data; boundary=b");
        assertThat(received.get()).isEqualTo(HUNDRED_MB + head.length() + 9);
        assertThat(peak.get() - before).as("held in memory after collection").isLessThan(20L * 1024 * 1024);
    }

    @Test
    void events_are_streamed_one_by_one() throws Exception {
        var events = new SynchronousQueue<String>();
        gateway.work.at("/api/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            for (var event = take(events); !event.isEmpty(); event = take(events)) {
                exchange.getResponseBody().write(("data: " + event + "\n\n").getBytes(UTF_8));
                exchange.getResponseBody().flush();
            }
            exchange.close();
        });
        var request = HttpRequest.newBuilder(gateway.outside("/api/stream")).header("Accept-Encoding", "gzip");
        var answer = gateway.http.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            for (var said : List.of("one", "two", "three")) {
                assertThat(events.offer(said, 5, TimeUnit.SECONDS)).isTrue();
                assertThat(lines.readLine()).isEqualTo("data: " + said);
                assertThat(lines.readLine()).isEmpty();
            }
            events.put("");
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void a_client_that_disconnects_ends_the_upstream_stream() throws Exception {
        var ended = new CountDownLatch(1);
        gateway.work.at("/api/stream", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try {
                for (int i = 0; i < 2000; i++) {
                    exchange.getResponseBody().write(": tick\n\n".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                }
            } catch (IOException left) {
                ended.countDown();
            }
        });
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream().write("GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            socket.getInputStream().readNBytes(100);
        }
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_body_that_is_too_large_is_refused_with_a_problem_while_it_is_still_being_sent() {
        var large = "x".repeat(10_000_000);
        assertProblem(gateway.send("POST", "/api/tasks", large), 413, "too-large");
        var chunked = HttpRequest.newBuilder(gateway.outside("/api/tasks"))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large.getBytes(US_ASCII))));
        gateway.work.at("/api/tasks", exchange -> {
            drain(exchange.getRequestBody());
            StandIn.answer(exchange, 200, "{}");
        });
        assertProblem(gateway.send(chunked), 413, "too-large");
        var tooMuch = HttpRequest.newBuilder(gateway.outside("/api/imports"))
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(160L * 1024 * 1024, null, new AtomicLong())));
        gateway.work.at("/api/imports", exchange -> {
            drain(exchange.getRequestBody());
            StandIn.answer(exchange, 200, "{}");
        });
        assertProblem(gateway.send(tooMuch), 413, "too-large");
    }

    /**
     * The stand-in behaves like a service that refuses an upload at once, reads a part of it and closes the connection.
     */
    @Test
    void a_refusal_that_comes_before_the_body_is_read_reaches_the_client() throws Exception {
        try (var hasty = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseAtOnce(hasty));
            gateway.register("work-context", "w1", hasty.getLocalPort());
            var answer = gateway.send(HttpRequest.newBuilder(gateway.outside("/api/imports/hasty"))
                    .POST(BodyPublishers.ofInputStream(() -> new Zeros(50_000_000, null, new AtomicLong()))));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("no");
        } finally {
            gateway.register("work-context", "w1", gateway.work.port());
        }
    }

    @Test
    void an_upload_that_breaks_off_does_not_affect_other_requests() throws Exception {
        gateway.work.at("/api/imports", exchange -> {
            drain(exchange.getRequestBody());
            StandIn.answer(exchange, 200, "{}");
        });
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream()
                    .write("POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nabc"
                            .getBytes(US_ASCII));
        }
        assertThat(gateway.get("/api/projects").statusCode()).isEqualTo(200);
    }

    @Test
    void a_large_answer_is_compressed_if_the_client_accepts_it() {
        gateway.work.answering("/api/projects/BIG", 200, "{\"text\":\"" + "일감 ".repeat(2000) + "\"}");
        var answer = gateway.get("/api/projects/BIG", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gateway.get("/api/projects/BIG").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    private static void refuseAtOnce(ServerSocket hasty) {
        try (var socket = hasty.accept()) {
            socket.getInputStream().readNBytes(500);
            socket.getOutputStream()
                    .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno"
                            .getBytes(US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().readNBytes(200_000);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static long drain(InputStream from) throws IOException {
        return from.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private static String take(SynchronousQueue<String> events) {
        try {
            var next = events.poll(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
            return next == null ? "" : next;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Generates zeros; half-way it waits until the other side has begun to read, and measures the memory. */
    private static final class Zeros extends InputStream {

        private final long size;
        private final @org.jspecify.annotations.Nullable CountDownLatch begun;
        private final AtomicLong peak;
        private long left;
        private boolean looked;

        Zeros(long size, @org.jspecify.annotations.Nullable CountDownLatch begun, AtomicLong peak) {
            this.size = size;
            this.left = size;
            this.begun = begun;
            this.peak = peak;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) return -1;
            if (begun != null && !looked && left < size / 4) look(begun);
            var count = (int) Math.min(length, left);
            java.util.Arrays.fill(into, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }

        private void look(CountDownLatch latch) throws IOException {
            looked = true;
            try {
                if (!latch.await(10, TimeUnit.SECONDS)) throw new IOException("the upload is being held back");
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            System.gc();
            peak.set(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
    }
}
