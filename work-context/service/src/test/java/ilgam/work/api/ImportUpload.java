package ilgam.work.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.test.AsGateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An upload of an import; the people in its lines are mapped to the member who uploads it. */
final class ImportUpload {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "----a-line-that-nothing-has";

    private final Client client;
    private final ByteArrayOutputStream form = new ByteArrayOutputStream();
    private final Set<String> people = new LinkedHashSet<>();

    ImportUpload(Client client) {
        this.client = client;
    }

    ImportUpload project(String key) {
        return part("project", key.getBytes(UTF_8), null);
    }

    ImportUpload part(String name, String text) {
        text.lines().forEach(this::people);
        return part(name, text.getBytes(UTF_8), name + ".json");
    }

    ImportUpload part(String name, byte[] bytes, @Nullable String file) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"");
        if (file != null) write("; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream");
        write("\r\n\r\n");
        form.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    private void people(String line) {
        try {
            if (!line.startsWith("{")) return;
            var fields = JSON.readTree(line);
            for (var field : new String[] {"reporter", "assignee", "actor"}) person(fields.path(field));
            if (!fields.path("field").asString("").equals("assignee")) return;
            person(fields.path("from"));
            person(fields.path("to"));
        } catch (RuntimeException notJson) {
            // that is the test's business
        }
    }

    private void person(JsonNode name) {
        if (name.isString()) people.add(name.asString());
        if (name.isObject()) name.forEach(this::person);
    }

    private void write(String text) {
        form.writeBytes(text.getBytes(UTF_8));
    }

    /** Uploads it and waits until it is over. */
    JsonNode finish() {
        return finish(() -> {});
    }

    /** The same, with something to be done again and again meanwhile. */
    JsonNode finish(Runnable meanwhile) {
        return over(client, begin(), meanwhile);
    }

    static JsonNode over(Client client, String path, Runnable meanwhile) {
        return await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            meanwhile.run();
                            return client.get(path).body();
                        },
                        run -> !run.path("state").asString().matches("running|.*ing"));
    }

    /** Uploads it and answers where to look. */
    String begin() {
        var answer = send();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> send() {
        var members = JSON.createObjectNode();
        people.forEach(name -> members.put(name, client.member().toString()));
        part("people", members.toString().getBytes(UTF_8), "people.json");
        write("--" + BOUNDARY + "--\r\n");
        var request = AsGateway.request(client.port(), "/api/imports")
                .header("Authorization", client.authorization())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
