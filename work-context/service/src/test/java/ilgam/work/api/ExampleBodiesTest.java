package ilgam.work.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import ilgam.starter.test.ApiDocument;
import ilgam.starter.test.AsGateway;
import ilgam.starter.test.ExampleBody;

import static org.assertj.core.api.Assertions.assertThat;

/** Every body that the API's description shows is taken as it stands. */
class ExampleBodiesTest extends Office {

    /** What they are about is not there, or there already. */
    private static final Map<String, Integer> REFUSED =
            Map.of("POST /api/dead-letters/{id}/discard", 404, "POST /api/projects", 409);

    @Test
    void every_body_that_is_shown_can_be_sent() throws IOException, InterruptedException {
        var admin = admin();
        admin.post("/api/projects", "{'key': 'WEB', 'name': 'Website'}");
        var document =
                new ApiDocument("work", admin.get("/v3/api-docs").response().body());

        var refused = new TreeMap<String, String>();
        for (var example : document.examples()) {
            var answer = send(example, admin);
            var refusal = REFUSED.get(example.operation());
            if (refusal == null ? answer.statusCode() >= 300 : answer.statusCode() != refusal)
                refused.put(example.operation(), answer.statusCode() + " " + answer.body());
        }

        assertThat(document.examples()).hasSizeGreaterThan(15);
        assertThat(refused).isEmpty();
    }

    private HttpResponse<String> send(ExampleBody example, Client admin) throws IOException, InterruptedException {
        var request = AsGateway.request(admin.port(), filled(example.path(), admin))
                .header("Authorization", admin.authorization())
                .header("Content-Type", example.contentType())
                .method(example.method(), BodyPublishers.ofString(example.text()));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private String filled(String path, Client admin) {
        if (path.startsWith("/api/dead-letters/")) return path.replace("{id}", "work:none");
        if (!path.contains("{key}")) return path;
        var project = project(admin);
        if (path.startsWith("/api/projects/")) return path.replace("{key}", project);
        var key = path.startsWith("/api/tasks/") ? task(admin, project) : issue(admin, project);
        var filled = path.replace("{key}", key);
        if (!path.contains("{comment}")) return filled;
        var comment = admin.post("/api/work-items/" + key + "/comments", "{'text': 'It drips'}")
                .text("/id");
        return filled.replace("{comment}", comment);
    }
}
