package ilgam.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client of the system: a browser with its cookies, or a program with its access token. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI base;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final @Nullable String bearer;

    public Client(URI base) {
        this(base, null);
    }

    private Client(URI base, @Nullable String bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    /** A client of the same system with this access token. */
    public Client bearing(String token) {
        return new Client(base, token);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** The body is a string of JSON, or an object that is serialised. */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    /** The headers are name, value, name, value. */
    public Answer send(String method, String path, @Nullable Object body, String... headers) {
        var request = request(path);
        if (body == null) request.method(method, BodyPublishers.noBody());
        else
            request.header("Content-Type", "application/json")
                    .method(
                            method,
                            BodyPublishers.ofString(
                                    body instanceof String text ? text : JSON.writeValueAsString(body)));
        for (var i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return send(request);
    }

    public Answer upload(String path, Multipart parts) {
        return send(request(path).header("Content-Type", parts.contentType()).POST(parts.publisher()));
    }

    /** A request with this client's credentials, for what the shorter methods do not support. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        if (bearer != null) request.header("Authorization", "Bearer " + bearer);
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        var csrf = cookies.get("XSRF-TOKEN");
        if (csrf != null) request.header("X-XSRF-TOKEN", csrf);
        return request;
    }

    public Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(request.method() + " " + request.uri(), response);
        } catch (IOException failure) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String header) {
        for (var cookie : HttpCookie.parse(header)) {
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) cookies.remove(cookie.getName());
            else cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** Signs up and logs in; then acts as this member. */
    public Client join(String email, String password, String displayName) {
        post("/api/members", Map.of("email", email, "password", password, "displayName", displayName))
                .expect(201);
        return logIn(email, password);
    }

    public Client logIn(String email, String password) {
        post("/api/session", Map.of("email", email, "password", password)).expect(200);
        return this;
    }
}
