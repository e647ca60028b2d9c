package ilgam.work.api;

import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ilgam.starter.test.AtOnce;

import static org.assertj.core.api.Assertions.assertThat;

/** Every change of an item or a project can name the version that was seen, and is refused when that is too old. */
class SeenVersionsTest extends Office {

    private Client ada;
    private String project;
    private String issue;

    @BeforeEach
    void an_issue() {
        ada = member();
        var key = project(ada);
        project = "/api/projects/" + key;
        issue = "/api/issues/" + issue(ada, key);
    }

    @Test
    void a_status_that_was_changed_since_is_not_overwritten() {
        refusedOnceItIsOld(
                issue,
                by -> by.put(issue + "/status", "{'status': 'done'}"),
                by -> by.put(issue + "/status", "{'status': 'blocked'}"));
        assertThat(ada.get(issue).text("/status")).isEqualTo("Blocked");
    }

    @Test
    void a_resolution_that_was_changed_since_is_not_overwritten() {
        refusedOnceItIsOld(
                issue,
                by -> by.put(issue + "/resolution", "{'resolution': 'Fixed'}"),
                by -> by.put(issue + "/resolution", "{'resolution': 'Duplicate'}"));
    }

    @Test
    void an_item_that_was_changed_in_any_way_since_is_not_deleted() {
        refusedOnceItIsOld(issue, by -> by.post(issue + "/comments", "{'text': 'Wait!'}"), by -> by.delete(issue));
        assertThat(ada.get(issue).status()).isEqualTo(404);
    }

    @Test
    void a_workflow_that_was_defined_since_is_not_overwritten() {
        refusedOnceItIsOld(
                project,
                by -> by.put(project + "/workflow", workflow("Ready", "Finished")),
                by -> by.put(project + "/workflow", workflow("Ready", "Shipped")));
        assertThat(ada.get(project).text("/workflow/statuses/1/name")).isEqualTo("Shipped");
    }

    @Test
    void members_that_were_changed_since_are_not_changed_unseen() {
        var lin = "/members/" + member().member();
        refusedOnceItIsOld(project, by -> by.put(project + lin), by -> by.delete(project + lin));
        assertThat(ada.get(project).body().path("members")).isEmpty();
    }

    @Test
    void a_project_that_was_archived_since_is_not_unarchived_unseen() {
        refusedOnceItIsOld(project, by -> by.put(project + "/archive"), by -> by.delete(project + "/archive"));
    }

    @Test
    void a_change_of_another_field_is_in_nobodys_way() {
        var seen = ada.with("If-Match", ada.get(issue).header("ETag"));
        ada.patch(issue, "{'title': 'It drips', 'labels': ['water']}");
        ada.post(issue + "/comments", "{'text': 'Since Monday.'}");
        assertThat(seen.put(issue + "/status", "{'status': 'blocked'}").status())
                .isEqualTo(200);
        assertThat(seen.patch(issue, "{'priority': 'LOW', 'points': 3}").status())
                .isEqualTo(200);

        var before = ada.with("If-Match", ada.get(project).header("ETag"));
        ada.patch(project, "{'name': 'Shop'}");
        assertThat(before.put(project + "/archive").status()).isEqualTo(200);
    }

    @Test
    void of_many_who_saw_the_same_title_one_changes_it() {
        var seen = ada.with("If-Match", ada.get(issue).header("ETag"));
        var answers = AtOnce.answers(6, n -> seen.patch(issue, "{'title': 'Title %d'}".formatted(n)));
        assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
        var winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(ada.get(issue).text("/title")).isEqualTo(winner.text("/title"));
    }

    @Test
    void a_member_is_admitted_as_a_new_one_once() {
        var lin = project + "/members/" + member().member();
        var asNew = ada.with("If-None-Match", "*");
        assertThat(asNew.put(lin).status()).isEqualTo(200);
        assertThat(asNew.put(lin).text("/reason")).isEqualTo("exists-already");
        assertThat(ada.put(lin).status()).isEqualTo(200);
    }

    @Test
    void each_answer_to_a_change_names_the_version_that_it_made() {
        assertThat(ada.get(issue).header("ETag")).isEqualTo("\"0\"");
        assertThat(ada.post(issue + "/comments", "{'text': 'Hm.'}").header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(ada.put(issue + "/status", "{'status': 'done'}").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(ada.put(issue + "/status", "{'status': 'Done'}").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(ada.delete(issue).status()).isEqualTo(204);
        assertThat(ada.post(issue + "/restoration", "").header("ETag")).isEqualTo("\"4\"");
        assertThat(ada.post(issue + "/restoration", "").header("ETag")).isEqualTo("\"4\"");
    }

    /** The second change is refused to a member who did not see the first one, and accepted from one who did. */
    private void refusedOnceItIsOld(
            String path, Function<Client, Client.Answer> first, Function<Client, Client.Answer> second) {
        var seen = ada.with("If-Match", ada.get(path).header("ETag"));
        assertThat(first.apply(ada).status()).isBetween(200, 204);

        var refused = second.apply(seen);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.text("/reason")).isEqualTo("stale");

        var seenNow = ada.with("If-Match", ada.get(path).header("ETag"));
        assertThat(second.apply(seenNow).status()).isBetween(200, 204);
    }

    private static String workflow(String first, String last) {
        return "{'statuses': [{'name': '%s', 'category': 'todo'}, {'name': '%s', 'category': 'done'}]}"
                .formatted(first, last);
    }
}
