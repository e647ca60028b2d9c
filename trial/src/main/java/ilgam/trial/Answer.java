package ilgam.trial;

import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP answer: status, headers and a body, parsed if it is JSON. */
public record Answer(String request, HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** The text of a field of the body, by its path: {@code text("items", 0, "key")}. */
    public String text(Object... path) {
        var node = json();
        for (var step : path) {
            node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        }
        return node.asString();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** This answer if it has the status; otherwise fails and shows the answer. */
    public Answer expect(int status) {
        if (status() == status) return this;
        throw new AssertionError("%s answered %d instead of %d: %s".formatted(request, status(), status, body()));
    }
}
