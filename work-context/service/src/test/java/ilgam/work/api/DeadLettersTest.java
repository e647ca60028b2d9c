package ilgam.work.api;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import ilgam.starter.test.PoisonEvents;
import ilgam.starter.test.PoisonStory;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersTest extends Office {

    @Autowired
    private PoisonEvents poison;

    @Test
    void an_event_that_one_component_cannot_handle_is_set_aside_by_it_alone(@Autowired ApplicationContext service) {
        assertThat(new PoisonStory(service).tell()).isEqualTo(13);
    }

    @Test
    void a_change_that_the_list_cannot_show_is_answered_as_stored_and_shown_once_the_fault_is_repaired() {
        var ada = member();
        var web = project(ada);
        var task = "/api/tasks/" + task(ada, web);
        var other = "/api/tasks/" + task(ada, web);
        var item = ada.get(task).text("/id");
        poison.poison("items", item);

        var keyed = ada.with("Idempotency-Key", "rename-" + item);
        var stored = keyed.patch(task, "{'title': 'Tidy up well'}");
        assertThat(stored.status()).isEqualTo(202);
        assertThat(stored.text("/reason")).isEqualTo("set-aside");
        assertThat(stored.text("/item")).isEqualTo(item);
        assertThat(keyed.patch(task, "{'title': 'Tidy up well'}").response().body())
                .isEqualTo(stored.response().body());
        assertThat(ada.post(task + "/comments", "{'text': 'Done?'}").status()).isEqualTo(202);

        assertThat(ada.patch(other, "{'title': 'Another'}").status()).isEqualTo(200);
        assertThat(ada.get(task).text("/title")).isEqualTo("Tidy up");
        assertThat(ada.get(task + "/history").response().body()).contains("Tidy up well");

        poison.cure(item);
        var admin = admin();
        var letter = admin.get("/api/dead-letters")
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("item").asString().equals(item))
                .findFirst()
                .orElseThrow();
        assertThat(letter.path("projection").asString()).isEqualTo("items");
        var retried = admin.post("/api/dead-letters/" + letter.path("id").asString() + "/retry", "");
        assertThat(retried.body().path("handled").asBoolean()).isTrue();
        assertThat(ada.get(task).text("/title")).isEqualTo("Tidy up well");
    }
}
