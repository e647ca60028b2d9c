package ilgam.work.api;

import java.util.UUID;

import org.axonframework.eventhandling.gateway.EventGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import ilgam.member.language.MemberEvent.PersonAnnounced;
import ilgam.member.language.MemberEvent.PersonMerged;
import ilgam.member.language.MemberId;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A person known from an import turns out to be a member. */
class PersonsMergedStoryTest extends Office {

    private final MemberId kim = new MemberId(UUID.randomUUID());

    @Autowired
    private EventGateway gateway;

    @Test
    void the_work_and_the_projects_of_the_person_are_the_members() {
        var manager = manager();
        var ada = member();
        var project = project(manager, "private");
        gateway.publish(new PersonAnnounced(kim));
        var members = "/api/projects/" + project + "/members/";
        await().atMost(10, SECONDS).until(() -> manager.put(members + kim).status() == 200);
        var task = task(manager, project);
        assertThat(manager.patch("/api/tasks/" + task, "{'assignee': '%s'}".formatted(kim))
                        .status())
                .isEqualTo(200);
        assertThat(ada.get("/api/projects/" + project).status()).isEqualTo(404);

        gateway.publish(new PersonMerged(kim, new MemberId(ada.member())));

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(ada.get("/api/work-items?assignee=me&project=" + project)
                                .text("/items/0/key"))
                        .isEqualTo(task));
        assertThat(ada.get("/api/work-items?assignee=" + kim + "&project=" + project)
                        .text("/items/0/key"))
                .isEqualTo(task);
        assertThat(ada.patch("/api/tasks/" + task, "{'title': 'Tidied'}").status())
                .isEqualTo(200);
        assertThat(ada.get("/api/tasks/" + task + "/history").response().body())
                .contains(ada.member().toString())
                .doesNotContain(kim.toString());
        await().atMost(10, SECONDS).untilAsserted(() -> {
            assertThat(manager.delete(members + ada.member()).status()).isLessThan(300);
            assertThat(ada.get("/api/projects/" + project).status()).isEqualTo(404);
        });
    }
}
