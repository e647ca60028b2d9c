package ilgam.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.trial.Answer;
import ilgam.trial.Client;
import ilgam.trial.Multipart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Every bad input is answered with a problem document that has the right status and a helpful sentence. */
@Tag("system")
class BadInputTest {

    private static Client member;
    private static String project;

    @BeforeAll
    static void aMemberWithAProject() {
        member = Ilgam.member("Joan Clarke");
        project = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", project, "name", "Bad input", "visibility", "open"))
                .expect(201);
    }

    private static void mustBeProblem(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).as(answer.request()).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).as(answer.body()).hasSizeGreaterThan(10);
        assertThat(problem.path("reason").asString()).as(answer.body()).matches("[a-z0-9-]+");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("ilgam.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"project\":",
                "null",
                "[]",
                "\"text\"",
                "42",
                "",
                "{\"project\":\"%s\",\"title\":\"x\",\"colour\":\"red\"}",
                "{\"project\":\"%s\",\"title\":7}",
                "{\"project\":\"%s\",\"title\":{\"a\":1}}",
                "{\"project\":\"%s\",\"title\":\"\"}",
                "{\"project\":\"%s\",\"title\":null}",
                "{\"project\":\"%s\"}",
                "{\"project\":\"%s\",\"title\":\"x\",\"dueOn\":\"tomorrow\"}",
                "{\"project\":\"%s\",\"title\":\"x\",\"dueOn\":\"2026-02-30\"}",
                "{\"project\":\"%s\",\"title\":\"x\",\"estimateHours\":\"many\"}",
                "{\"project\":\"%s\",\"title\":\"x\",\"estimateHours\":-1}",
                "{\"project\":\"%s\",\"title\":\"x\",\"estimateHours\":1e400}",
                "{\"project\":\"%s\",\"title\":\"x\",\"priority\":\"SOMEWHAT\"}",
                "{\"project\":\"%s\",\"title\":\"x\",\"assignee\":\"nobody\"}",
                "{\"project\":\"%s\",\"title\":\"x\",\"labels\":\"red\"}",
                "{\"project\":\"%s\",\"title\":\"a\\u0000b\"}",
            })
    void an_invalid_task_is_a_bad_request(String body) {
        mustBeProblem(member.post("/api/tasks", body.replace("%s", project)), 400);
    }

    @Test
    void a_title_of_ten_megabytes_is_too_large() {
        var title = "x".repeat(10 << 20);
        mustBeProblem(
                member.post("/api/tasks", "{\"project\":\"%s\",\"title\":\"%s\"}".formatted(project, title)), 413);
    }

    @Test
    void deeply_nested_json_is_a_bad_request() {
        mustBeProblem(member.post("/api/tasks", "[".repeat(100_000)), 400);
    }

    @Test
    void a_title_of_501_characters_is_a_bad_request() {
        var answer = member.post("/api/tasks", Map.of("project", project, "title", "x".repeat(501)));
        mustBeProblem(answer, 400);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .endsWith("/title");
    }

    @Test
    void another_media_type_is_refused() {
        mustBeProblem(
                member.send("POST", "/api/tasks", "title=x", "Content-Type", "application/x-www-form-urlencoded"), 415);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tasks/NOPE-1, 404",
        "/api/tasks/not-a-key!, 404",
        "/api/tasks/00000000-0000-0000-0000-000000000000, 404",
        "/api/projects/NOPE, 404",
        "/api/no-such-thing, 404",
        "/api/work-items?limit=0, 400",
        "/api/work-items?limit=201, 400",
        "/api/work-items?limit=ten, 400",
        "/api/work-items?cursor=%00garbage, 400",
        "/api/work-items?kind=bug, 400",
        "/api/work-items?at=yesterday, 400",
        "/api/dashboard/flow?at=never, 400",
        "/api/dashboard/flow?from=2000-01-01&to=2020-01-01&step=hour, 400",
        "/api/dashboard/throughput?step=century, 400",
        "/api/dashboard/flow?tz=Mars/Olympus, 400",
    })
    void a_wrong_path_or_parameter_is_refused(String path, int status) {
        mustBeProblem(member.get(path), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tasks/../members",
                "/api/../actuator/env",
                "/api/..%2f..%2factuator/env",
                "/api/%2e%2e/%2e%2e/etc/passwd",
                "/api/tasks/..;/x",
                "/../../etc/passwd",
                "/api/tasks//x",
                "/api/tasks/%00",
                "/api/tasks/a%5c..%5cb",
            })
    void a_path_with_dot_segments_gets_a_problem_and_no_file(String path) throws IOException {
        var answer = raw("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));
        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|401|404) .*");
        assertThat(answer).contains("application/problem+json").doesNotContain("root:");
    }

    @Test
    void an_unknown_import_is_not_found() {
        mustBeProblem(Ilgam.admin().get("/api/imports/00000000-0000-0000-0000-000000000000"), 404);
    }

    @Test
    void an_unknown_method_is_refused() {
        mustBeProblem(member.send("PUT", "/api/tasks", "{}"), 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ilgam_0000000000000000000000000000000000000000000",
                "nonsense",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGUiOiJBRE1JTiJ9.",
            })
    void a_foreign_token_is_refused(String token) {
        mustBeProblem(Ilgam.client().bearing(token).get("/api/members/me"), 401);
        mustBeProblem(Ilgam.client().bearing(token).post("/api/tasks", "{}"), 401);
    }

    @Test
    void an_expired_token_is_refused() {
        var expires = Instant.now().plusSeconds(2);
        var token = member.post(
                        "/api/access-tokens",
                        Map.of("name", "short", "scopes", List.of("read"), "expiresAt", expires.toString()))
                .expect(201)
                .text("token");
        var program = Ilgam.client().bearing(token);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> mustBeProblem(program.get("/api/members/me"), 401));
    }

    @Test
    void internal_paths_are_not_found() {
        for (var path : new String[] {"/internal/exchange", "/internal/people", "/actuator/env", "/eureka/apps"}) {
            var answer = member.post(path, "{}");
            assertThat(answer.status()).as(path).isIn(401, 403, 404, 405);
        }
    }

    @Test
    void an_upload_of_another_content_type_than_declared_is_refused() {
        var noise = new byte[4096];
        Arrays.fill(noise, (byte) 0xFF);
        var form = new Multipart()
                .field("project", Ilgam.newKey())
                .file("workflow", "workflow.json", noise)
                .file("items", "items.ndjson.gz", noise)
                .file("events", "events.ndjson.gz", noise);
        mustBeToldOrFail(Ilgam.admin().upload("/api/imports", form));
    }

    @Test
    void a_truncated_gzip_is_reported() {
        var workflow = "{\"statuses\":[{\"name\":\"Open\",\"category\":\"todo\"}]}".getBytes(UTF_8);
        var whole = gzip("{\"id\":\"A-1\",\"project\":\"A\",\"kind\":\"bug\",\"title\":\"x\"}\n".repeat(1000));
        var form = new Multipart()
                .field("project", Ilgam.newKey())
                .file("workflow", "workflow.json", workflow)
                .file("items", "items.ndjson.gz", Arrays.copyOf(whole, whole.length / 2))
                .file("events", "events.ndjson.gz", gzip(""));
        mustBeToldOrFail(Ilgam.admin().upload("/api/imports", form));
    }

    @Test
    void an_upload_without_its_parts_is_a_bad_request() {
        mustBeProblem(Ilgam.admin().upload("/api/imports", new Multipart().field("project", "AB")), 400);
        mustBeProblem(
                Ilgam.admin().send("POST", "/api/imports", "garbage", "Content-Type", "multipart/form-data"), 400);
    }

    /** The refusal comes at once, or, if the fault is found only while reading, as the reason of a failed import. */
    private static void mustBeToldOrFail(Answer answer) {
        if (answer.status() != 202) {
            mustBeProblem(answer, 400);
            return;
        }
        var end = new Import(Ilgam.admin(), answer.header("Location")).finish(Duration.ofMinutes(1));
        assertThat(end.path("state").asString()).as(end.toString()).isEqualTo("failed");
        assertThat(end.path("rejected").toString()).contains("reason");
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String raw(String request) throws IOException {
        var url = Ilgam.system().url();
        try (var socket = new Socket(url.getHost(), url.getPort());
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
