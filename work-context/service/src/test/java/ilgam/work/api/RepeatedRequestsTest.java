package ilgam.work.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ilgam.starter.test.AtOnce;

import static org.assertj.core.api.Assertions.assertThat;

/** A request that is sent again with the same idempotency key happens once. */
class RepeatedRequestsTest extends Office {

    private Client ada;
    private String key;
    private String task;

    @BeforeEach
    void a_task() {
        ada = member();
        key = project(ada);
        task = "/api/tasks/" + task(ada, key);
    }

    @Test
    void a_comment_is_made_once() {
        var answers = twice(by -> by.post(task + "/comments", "{'text': 'Once.'}"));
        assertThat(answers).extracting(Client.Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.header("Location"))
                .containsOnly(answers.getFirst().header("Location"));
        assertThat(ada.get(task + "/comments").body().path("items").size()).isEqualTo(1);
    }

    @Test
    void a_change_that_others_have_changed_since_is_not_made_again() {
        var repeats = repeating();
        repeats.patch(task, "{'title': 'Mine'}");
        ada.patch(task, "{'title': 'Theirs'}");
        assertThat(repeats.patch(task, "{'title': 'Mine'}").text("/title")).isEqualTo("Mine");
        assertThat(ada.get(task).text("/title")).isEqualTo("Theirs");
    }

    @Test
    void deleting_restoring_and_linking_are_answered_as_before() {
        assertThat(twice(by -> by.delete(task)))
                .extracting(Client.Answer::status)
                .containsOnly(204);
        assertThat(twice(by -> by.post(task + "/restoration", "")))
                .extracting(Client.Answer::status)
                .containsOnly(200);
        var other = task(ada, key);
        assertThat(twice(by -> by.put(task + "/links/blocks/" + other)))
                .extracting(answer -> answer.header("ETag"))
                .containsOnly("\"3\"");
    }

    @Test
    void a_refusal_is_repeated_too_even_when_it_would_not_be_refused_any_more() {
        var repeats = repeating();
        ada.put("/api/projects/" + key + "/archive");
        assertThat(repeats.patch(task, "{'title': 'Late'}").text("/reason")).isEqualTo("archived");
        ada.delete("/api/projects/" + key + "/archive");
        assertThat(repeats.patch(task, "{'title': 'Late'}").text("/reason")).isEqualTo("archived");
        assertThat(repeating().patch(task, "{'title': 'Late'}").status()).isEqualTo(200);
    }

    @Test
    void another_request_needs_another_key() {
        var repeats = repeating();
        repeats.patch(task, "{'title': 'First'}");
        var reused = repeats.patch(task, "{'title': 'Second'}");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.text("/reason")).isEqualTo("idempotency-key-reused");
        assertThat(ada.get(task).text("/title")).isEqualTo("First");
    }

    @Test
    void keys_of_different_members_are_different_keys() {
        var name = UUID.randomUUID().toString();
        for (var member : List.of(ada, member(), member()))
            assertThat(member.with("Idempotency-Key", name)
                            .post(task + "/comments", "{'text': 'Me, too.'}")
                            .text("/author"))
                    .isEqualTo(member.member().toString());
        assertThat(ada.get(task + "/comments").body().path("items").size()).isEqualTo(3);
    }

    @Test
    void of_many_who_open_an_item_with_one_key_at_once_one_opens_it() {
        var repeats = repeating();
        var body = "{'project': '%s', 'title': 'Once'}".formatted(key);
        var answers = AtOnce.answers(6, _ -> repeats.post("/api/tasks", body));
        assertThat(answers)
                .extracting(Client.Answer::status)
                .contains(201)
                .allMatch(status -> status == 201 || status == 409);
        assertThat(ada.get("/api/work-items?count=true&text=once&project=" + key)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(repeats.post("/api/tasks", body).text("/key")).isEqualTo(key + "-2");
    }

    private List<Client.Answer> twice(Function<Client, Client.Answer> request) {
        var repeats = repeating();
        return List.of(request.apply(repeats), request.apply(repeats));
    }

    private Client repeating() {
        return ada.with("Idempotency-Key", UUID.randomUUID().toString());
    }
}
