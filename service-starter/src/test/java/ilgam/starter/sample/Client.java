package ilgam.starter.sample;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.test.AsGateway;
import ilgam.starter.test.Tokens;

/** An HTTP client of a running context. */
public final class Client {

    public static final UUID ADA = UUID.fromString("0192d0c0-0000-7000-8000-0000000000ad");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String token;

    public Client(int port) {
        this(port, Tokens.of(ADA, "MEMBER"));
    }

    public Client(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String reason() {
            return json().path("reason").asString("");
        }

        public boolean isProblem() {
            return header("Content-Type").startsWith("application/problem+json")
                    && json().path("status").asInt(0) == status()
                    && json().path("traceId").asString("").length() == 32
                    && !json().path("detail").asString("").isBlank()
                    && json().path("type").asString("").equals("/problems/" + reason());
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = AsGateway.request(port, path).method(method, body).setHeader("Content-Type", "application/json");
        if (!token.isEmpty()) request.setHeader("Authorization", "Bearer " + token);
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
