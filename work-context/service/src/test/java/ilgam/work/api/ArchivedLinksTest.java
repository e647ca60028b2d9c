package ilgam.work.api;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ilgam.work.api.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** Links into archived projects stay readable, from both ends, and cannot be changed, from either. */
class ArchivedLinksTest extends Office {

    private Client ada;
    private String archive;
    private String kept;
    private String live;

    @BeforeEach
    void an_item_is_tied_to_one_whose_project_is_archived() {
        ada = member();
        var open = project(ada);
        archive = project(ada);
        kept = task(ada, archive);
        live = ada.post(
                        "/api/issues",
                        "{'project': '%s', 'title': 'Alive', 'parent': '%s', 'task': '%2$s'}".formatted(open, kept))
                .text("/key");
        for (var type : List.of("relates-to", "duplicates", "blocked-by"))
            assertThat(ada.put("/api/issues/%s/links/%s/%s".formatted(live, type, kept))
                            .status())
                    .isEqualTo(200);
        ada.put("/api/projects/" + archive + "/archive");
    }

    @Test
    void they_are_readable_from_both_ends() {
        var item = ada.get("/api/work-items/" + live);
        assertThat(item.text("/parent")).isEqualTo(kept);
        assertThat(item.text("/task")).isEqualTo(kept);
        assertThat(ada.get("/api/issues/" + live + "/history").response().body())
                .contains("relates-to", "duplicates", "\"" + kept + "\"");
        assertThat(ada.get("/api/tasks/" + kept + "/history").response().body()).contains("blocks", "\"" + live + "\"");
        assertThat(ada.get("/api/work-items?parent=" + kept).text("/items/0/key"))
                .isEqualTo(live);
    }

    @Test
    void none_is_made_and_none_is_taken_away() {
        for (var type : List.of("relates-to", "duplicates", "blocks", "blocked-by"))
            for (var ends : List.of(
                    "/api/issues/%s/links/%s/%s".formatted(live, type, kept),
                    "/api/tasks/%s/links/%s/%s".formatted(kept, type, live),
                    "/api/work-items/%s/links/%s/%s".formatted(live, type, kept))) {
                archived(ada.put(ends));
                archived(ada.delete(ends));
            }
    }

    @Test
    void no_item_becomes_or_stops_being_part_of_or_about_what_is_archived() {
        var other = task(ada, project(ada));
        for (var patch : List.of(
                "{'parent': null}",
                "{'task': null}",
                "{'parent': '%s'}".formatted(other),
                "{'task': '%s'}".formatted(other))) archived(ada.patch("/api/issues/" + live, patch));
        archived(ada.patch("/api/tasks/" + other, "{'parent': '%s'}".formatted(kept)));
        var project = other.substring(0, other.indexOf('-'));
        archived(ada.post("/api/tasks", "{'project': '%s', 'title': 'T', 'parent': '%s'}".formatted(project, kept)));
        archived(ada.post("/api/issues", "{'project': '%s', 'title': 'T', 'task': '%s'}".formatted(project, kept)));
        assertThat(ada.get("/api/work-items/" + live).text("/parent")).isEqualTo(kept);
    }

    @Test
    void what_is_hidden_in_an_archive_cannot_be_left_either() {
        ada.delete("/api/projects/" + archive + "/archive");
        ada.patch("/api/projects/" + archive, "{'visibility': 'private'}");
        ada.put("/api/projects/" + archive + "/archive");

        var refused = member().patch("/api/issues/" + live, "{'parent': null}");

        archived(refused);
        assertThat(refused.response().body()).doesNotContain(archive);
    }

    @Test
    void everything_else_of_the_item_can_be_changed_and_the_same_ties_said_again() {
        var patch = "{'title': 'Still alive', 'parent': '%s', 'task': '%1$s'}".formatted(kept);
        assertThat(ada.patch("/api/issues/" + live, patch).status()).isEqualTo(200);
        ada.delete("/api/projects/" + archive + "/archive");
        assertThat(ada.patch("/api/issues/" + live, "{'parent': null}").status())
                .isEqualTo(200);
        assertThat(ada.delete("/api/issues/%s/links/blocked-by/%s".formatted(live, kept))
                        .status())
                .isEqualTo(200);
    }

    private static void archived(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(409);
        assertThat(answer.text("/reason")).isEqualTo("archived");
    }
}
