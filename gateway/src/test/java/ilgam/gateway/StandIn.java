package ilgam.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A stand-in for a context on a real socket, which records its requests. */
final class StandIn implements AutoCloseable {

    record Asked(String method, String uri, Headers headers, String body) {

        String header(String name) {
            var value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Answers this path by a handler; its requests are not recorded. */
    StandIn at(String path, HttpHandler answer) {
        answers.put(path, answer);
        return this;
    }

    StandIn answering(String path, int status, String body) {
        return at(path, exchange -> {
            remember(exchange);
            answer(exchange, status, body);
        });
    }

    Asked next() throws InterruptedException {
        var next = asked.poll(5, java.util.concurrent.TimeUnit.SECONDS);
        if (next == null) throw new AssertionError("nobody asked");
        return next;
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        if (!exchange.getResponseHeaders().containsKey("Content-Type"))
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var answer = answers.get(exchange.getRequestURI().getPath());
        if (answer != null) {
            answer.handle(exchange);
            return;
        }
        remember(exchange);
        answer(exchange, 200, "{\"here\":\"" + port() + "\"}");
    }

    private void remember(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
