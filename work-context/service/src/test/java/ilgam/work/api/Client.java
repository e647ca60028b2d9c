package ilgam.work.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.test.AsGateway;
import ilgam.starter.test.Tokens;

/** A member who talks to the running service. */
record Client(int port, UUID member, String role, List<String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What the service answered. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode body() {
            return JSON.readTree(response.body());
        }

        String text(String pointer) {
            return body().at(pointer).asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Client(int port, UUID member, String role) {
        this(port, member, role, List.of());
    }

    Client with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Client(port, member, role, more);
    }

    /** The same with a token of their own choice; an empty one for nobody. */
    Client asking(String token) {
        return with("Authorization", token.isEmpty() ? "" : "Bearer " + token);
    }

    String authorization() {
        int chosen = headers.indexOf("Authorization");
        return chosen < 0 ? Tokens.bearer(member, role) : headers.get(chosen + 1);
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer put(String path) {
        return send("PUT", path, "");
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** JSON is written with single quotes here, for the sake of the eye. */
    Answer send(String method, String path, String body) {
        var request = AsGateway.request(port, path)
                .header("Authorization", authorization())
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        for (int i = 0; i < headers.size(); i += 2)
            if (!headers.get(i).equals("Authorization")) request.header(headers.get(i), headers.get(i + 1));
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
