package ilgam.member.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.test.AsGateway;
import ilgam.starter.test.Tokens;

/**
 * A client of the running service that acts as the gateway does: it exchanges secrets for tokens and sends requests
 * with those.
 */
public final class ServiceClient {

    public static final String PASSWORD = "correct horse battery";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<Integer> ports;
    private final AtomicInteger turn = new AtomicInteger();

    public ServiceClient(int port) {
        ports = SecondInstance.portsBeside(port);
    }

    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        public String cookie(String name) {
            return raw.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .findFirst()
                    .orElse("");
        }

        /** The secret of the session cookie, whatever the cookie's name. */
        public String session() {
            var secret = cookieValue("__Host-ILGAM_SESSION");
            return secret.isEmpty() ? cookieValue("ILGAM_SESSION") : secret;
        }

        public String cookieValue(String name) {
            return cookie(name).replaceAll("^[^=]*=|;.*$", "");
        }
    }

    /** A member who signed up and logged in. */
    public record Somebody(UUID id, String email, String cookie, String jwt) {

        public String bearer() {
            return "Authorization: Bearer " + jwt;
        }
    }

    public Somebody somebody(String name) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + '.' + UUID.randomUUID() + "@example.com";
        var id = UUID.fromString(signUp(email, PASSWORD, name).text("/id"));
        return loggedIn(id, email, PASSWORD);
    }

    /** A new member with this role. */
    public Somebody somebody(String name, String role) {
        var somebody = somebody(name);
        var admin = "Authorization: " + Tokens.bearer(UUID.randomUUID(), "ADMIN");
        put("/api/members/" + somebody.id() + "/role", "{\"role\": \"%s\"}".formatted(role), admin);
        return loggedIn(somebody.id(), somebody.email(), PASSWORD);
    }

    public Answer signUp(String email, String password, String name) {
        return post("/api/members", """
                {"email": "%s", "password": "%s", "displayName": "%s"}""".formatted(email, password, name));
    }

    public Answer logIn(String email, String password, String... headers) {
        return post("/api/session", """
                {"email": "%s", "password": "%s"}""".formatted(email, password), headers);
    }

    public Somebody loggedIn(UUID id, String email, String password) {
        var cookie = logIn(email, password).session();
        return new Somebody(id, email, cookie, exchange("session", cookie).text("/jwt"));
    }

    public Answer exchange(String what, String secret) {
        return post("/internal/exchange", """
                {"%s": "%s"}""".formatted(what, secret));
    }

    /** A wrong service key, for requests that do not come from the gateway. */
    public static String wrongKey() {
        return AsGateway.KEY_HEADER + ": guess";
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    private int port() {
        return ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
    }

    public Answer send(String method, String path, @Nullable String body, String... headers) {
        var request = AsGateway.request(port(), path)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        Arrays.stream(headers)
                .map(header -> header.split(": ", 2))
                .forEach(header -> request.setHeader(header[0], header[1]));
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var json = response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
