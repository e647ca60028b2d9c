package ilgam.starter.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.EchoApi;
import ilgam.starter.sample.Running;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class IdempotencyTest {

    private static final String THING = "{\"title\":\"one\"}";

    private final Client client = new Client(Running.port());
    private final EchoApi api = Running.bean(EchoApi.class);
    private final JdbcClient db = Running.bean(JdbcClient.class);
    private final String key = Ids.next().toString();

    @Test
    void a_repeat_gets_the_first_answer_and_the_change_happens_once() {
        var first = client.post("/api/things", THING, "Idempotency-Key", key);
        var again = client.post("/api/things", THING, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        for (var header : new String[] {"Location", "ETag", "Content-Type"})
            assertThat(again.header(header)).isEqualTo(first.header(header)).isNotEmpty();
    }

    @Test
    void an_escaped_path_is_decoded_as_for_routing() {
        client.post("/%61pi/things", THING, "Idempotency-Key", key);

        assertThat(client.post("/%61pi/things", THING, "Idempotency-Key", key).header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void a_key_with_another_body_is_refused() {
        client.post("/api/things", THING, "Idempotency-Key", key);
        var other = client.post("/api/things", "{\"title\":\"two\"}", "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.reason()).isEqualTo("idempotency-key-reused");
        assertThat(other.isProblem()).isTrue();
    }

    @Test
    void a_multipart_upload_is_identified_by_its_parts() {
        var first = upload("a", "holidays.ics", "Monday");
        var again = upload("b", "holidays.ics", "Monday");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).as("another boundary").isEqualTo("true");
        assertThat(again.body()).isEqualTo("6");
        for (var other : List.of(
                upload("a", "holidays.ics", "Friday"),
                upload("a", "HOLIDAYS.ics", "Monday"),
                upload("a", "holidays.ics", "Mon"))) assertThat(other.reason()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void an_upload_that_is_too_large_is_refused_with_and_without_a_key() {
        var large = upload("a", "large", "x".repeat(33 * 1024 * 1024));

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.isProblem()).isTrue();
    }

    private Client.Answer upload(String boundary, String fileName, String content) {
        var part = "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"".formatted(fileName);
        return client.post(
                "/api/uploads",
                "--%s\r\n%s\r\n\r\n%s\r\n--%s--\r\n".formatted(boundary, part, content, boundary),
                "Idempotency-Key",
                key,
                "Content-Type",
                "multipart/form-data; boundary=" + boundary);
    }

    @Test
    void a_key_is_scoped_to_member_and_path() {
        var grace = new Client(Running.port(), Tokens.of(UUID.randomUUID(), "MEMBER"));

        var adas = client.post("/api/things", THING, "Idempotency-Key", key).header("Location");
        var graces = grace.post("/api/things", THING, "Idempotency-Key", key).header("Location");

        assertThat(graces).isNotEqualTo(adas);
        assertThat(client.post("/api/refused", "", "Idempotency-Key", key).status())
                .isEqualTo(409);
    }

    @Test
    void a_repeat_during_the_first_request_is_refused() {
        var first = CompletableFuture.supplyAsync(() -> client.post("/api/slow", "", "Idempotency-Key", key));
        await().until(() -> rows() == 1);
        var repeat = client.post("/api/slow", "", "Idempotency-Key", key);
        api.gate.countDown();

        assertThat(repeat.status()).isEqualTo(409);
        assertThat(repeat.reason()).isEqualTo("in-progress");
        assertThat(repeat.header("Retry-After")).isEqualTo("1");
        assertThat(first.join().body()).isEqualTo("slow");
        assertThat(client.post("/api/slow", "", "Idempotency-Key", key).body()).isEqualTo("slow");
    }

    @Test
    void a_server_error_is_not_stored() {
        client.post("/api/failing", "", "Idempotency-Key", key);
        int before = api.calls();
        client.post("/api/failing", "", "Idempotency-Key", key);

        assertThat(api.calls()).isEqualTo(before + 1);
        assertThat(client.post("/api/failing", "other", "Idempotency-Key", key).reason())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_repeat_of_a_request_that_failed_after_its_change_changes_nothing_more() {
        var counter = client.post("/api/tallies", "").body();
        var path = "/api/tallies/" + counter;

        var first = client.post(path + "?fail=true", "", "Idempotency-Key", key);
        Running.bean(Commands.class).send(new Counter.Add(UUID.fromString(counter), 7, 1), MetaData.emptyInstance());
        var repeat = client.post(path + "?fail=true", "", "Idempotency-Key", key);
        var another = client.post(path, "", "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(500);
        assertThat(repeat.body()).as("the version after the first attempt").isEqualTo("1");
        assertThat(another.body()).as("another path is another request").isEqualTo("3");
        assertThat(client.post(path + "?fail=true", "", "Idempotency-Key", key).header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void a_refusal_is_stored() {
        client.post("/api/refused", "", "Idempotency-Key", key);

        assertThat(client.post("/api/refused", "", "Idempotency-Key", key).reason())
                .isEqualTo("taken");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_process_that_died_during_a_request_does_not_block_its_repeat() {
        client.post("/api/things", THING, "Idempotency-Key", key);
        db.sql("update idempotent_request set status = null, started_at = ?::timestamptz where key = ?")
                .param(Instant.now().minusSeconds(61).toString())
                .param(key)
                .update();

        assertThat(client.post("/api/things", THING, "Idempotency-Key", key).status())
                .isEqualTo(201);
    }

    @Test
    void after_a_day_a_key_is_free_again() {
        client.post("/api/things", THING, "Idempotency-Key", key);
        db.sql("update idempotent_request set started_at = started_at - interval '25 hours' where key = ?")
                .param(key)
                .update();

        assertThat(client.post("/api/things", "{\"title\":\"two\"}", "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_exempt_path_ignores_the_key() {
        var first = client.post("/api/exempt", "", "Idempotency-Key", key).body();

        assertThat(client.post("/api/exempt", "", "Idempotency-Key", key).body())
                .isNotEqualTo(first);
    }

    @Test
    void a_key_has_up_to_200_visible_characters() {
        assertThat(client.post("/api/things", THING, "Idempotency-Key", "k".repeat(200))
                        .status())
                .isEqualTo(201);
        for (var bad : new String[] {"k".repeat(201), "a b", ""}) {
            var answer = client.post("/api/things", THING, "Idempotency-Key", bad);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.isProblem()).isTrue();
        }
    }

    private long rows() {
        return db.sql("select count(*) from idempotent_request where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
