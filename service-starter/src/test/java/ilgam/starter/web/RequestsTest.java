package ilgam.starter.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.starter.sample.Client;
import ilgam.starter.sample.Running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Compressed bodies, HEAD, conditions and lists. */
class RequestsTest {

    private final Client client = new Client(Running.port());

    @Test
    void a_compressed_body_is_read() throws IOException {
        var answer = packed("gzip", gzip("{\"title\":\"일감\"}".getBytes(UTF_8)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("title").asString()).isEqualTo("일감");
        assertThat(client.post("/api/things", "{\"title\":\"a\"}", "Content-Encoding", "identity")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_compressed_body_counts_as_the_same_request() throws IOException {
        var body = "{\"title\":\"once\"}";
        var key = UUID.randomUUID().toString();

        var first = packed("gzip", gzip(body.getBytes(UTF_8)), "Idempotency-Key", key);
        var second = client.post("/api/things", body, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_048_577, 100_000_000})
    void a_body_that_is_too_large_when_decompressed_is_413(int size) throws IOException {
        var zeros = new byte[size];
        Arrays.fill(zeros, (byte) ' ');

        var answer = packed("gzip", gzip(zeros));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.reason()).isEqualTo("body-too-large");
    }

    @Test
    void a_body_that_is_not_gzip_as_declared_is_400() throws IOException {
        var whole = gzip("{\"title\":\"a\"}".getBytes(UTF_8));

        for (var body : new byte[][] {"{}".getBytes(UTF_8), Arrays.copyOf(whole, whole.length - 9), new byte[0]}) {
            var answer = packed("gzip", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.isProblem()).as(answer.body()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "identity, gzip", "x"})
    void another_encoding_is_415_with_the_supported_one(String encoding) throws IOException {
        var answer = packed(encoding, gzip("{\"title\":\"a\"}".getBytes(UTF_8)));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.isProblem()).as(answer.body()).isTrue();
        assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/things", "/api/caller", "/api/public", "/api/days/2026-11-22"})
    void resources_answer_head_requests(String path) {
        var head = client.send("HEAD", path, BodyPublishers.noBody());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(client.get(path).header("Content-Type"));
    }

    @Test
    void head_requests_for_public_paths_need_no_token() {
        assertThat(new Client(Running.port(), "")
                        .send("HEAD", "/api/public", BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/things/00000000-0000-7000-8000-000000000000, *, 412",
        "/api/things/00000000-0000-7000-8000-000000000000, \"7\", 200",
        "/api/days/2026-11-22, *, 412",
        "/api/days/2027-11-22, *, 200",
    })
    void if_none_match_star_refuses_changes_of_existing_resources(String path, String condition, int status) {
        var answer = client.send("PUT", path, BodyPublishers.noBody(), "If-None-Match", condition);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 412) assertThat(answer.reason()).isEqualTo("exists-already");
    }

    @Test
    void a_list_can_hold_a_comma() {
        assertThat(client.get("/api/texts?what=a%5C,%20b,c%5C%5C").body()).isEqualTo("[\"a, b\",\"c\\\\\"]");
        assertThat(client.get("/api/texts?what=a%5C,b&what=c,d").body()).isEqualTo("[\"a,b\",\"c\",\"d\"]");
    }

    private Client.Answer packed(String encoding, byte[] body, String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Encoding";
        all[headers.length + 1] = encoding;
        return client.send("POST", "/api/things", BodyPublishers.ofByteArray(body), all);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(body);
        }
        return packed.toByteArray();
    }
}
