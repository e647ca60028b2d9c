package ilgam.work.api;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ilgam.starter.test.Tokens;
import ilgam.work.api.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** A private project shows in nothing that others are told: no list, count, search, history or error. */
class HiddenProjectTest extends Office {

    private static final String WORD = "Zephyrine";

    private Client ada;
    private Client eve;
    private Client manager;
    private Client program;
    private String open;
    private String secret;
    private String hidden;
    private String shown;

    @BeforeEach
    void a_private_project_whose_items_are_tied_to_an_open_ones() {
        ada = member();
        eve = member();
        manager = manager();
        var admin = admin();
        program = admin.asking(Tokens.of(admin.member(), "ADMIN", claims -> claims.claim("scope", "read write")));
        open = project(ada);
        secret = project(ada, "private");
        hidden = ada.post("/api/tasks", """
                {'project': '%s', 'title': '%s', 'description': '%2$s', 'labels': ['%2$s'], 'dueOn': '2026-01-05',
                 'assignee': '%s'}""".formatted(secret, WORD, ada.member()))
                .text("/key");
        shown = ada.post("/api/issues", """
                {'project': '%s', 'title': 'Seen by all', 'parent': '%s', 'task': '%2$s'}""".formatted(open, hidden)).text("/key");
        ada.put("/api/issues/" + shown + "/links/relates-to/" + hidden);
        ada.put("/api/tasks/" + hidden + "/links/blocks/" + shown);
        assertThat(ada.get("/api/issues/" + shown).text("/parent")).isEqualTo(hidden);
    }

    private Stream<Client> outsiders() {
        return Stream.of(eve, manager, program);
    }

    @Test
    void no_list_search_or_count_tells_of_it() {
        for (var filter : List.of(
                "project=" + secret,
                "text=" + WORD,
                "text=" + hidden,
                "label=" + WORD,
                "parent=" + hidden,
                "assignee=" + ada.member() + "&due=..2026-01-31",
                "reporter=" + ada.member() + "&kind=task",
                "project=" + secret + "&at=2999-01-01T00:00:00Z",
                "text=" + WORD + "&at=2999-01-01T00:00:00Z"))
            for (var path : List.of("/api/work-items", "/api/tasks")) {
                var question = path + "?count=true&" + filter;
                if (!filter.startsWith("parent"))
                    assertThat(ada.get(question).body().path("total").asInt())
                            .as(question)
                            .isPositive();
                outsiders().forEach(outsider -> {
                    var answer = outsider.get(question);
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.body().path("total").asInt()).as(question).isZero();
                    mustNotTellOfIt(answer);
                });
            }
        outsiders().forEach(outsider -> {
            mustNotTellOfIt(outsider.get("/api/projects?limit=200&count=true"));
            mustNotTellOfIt(outsider.get("/api/my-work"));
        });
    }

    @Test
    void the_count_of_projects_is_that_of_those_one_sees() {
        var before = eve.get("/api/projects?count=true").body().path("total").asInt();
        project(ada, "private");
        assertThat(eve.get("/api/projects?count=true").body().path("total").asInt())
                .isEqualTo(before);
        project(ada);
        assertThat(eve.get("/api/projects?count=true").body().path("total").asInt())
                .isEqualTo(before + 1);
    }

    @Test
    void what_is_tied_to_it_does_not_say_to_what() {
        outsiders().forEach(outsider -> {
            var issue = outsider.get("/api/issues/" + shown);
            assertThat(issue.body().path("parent").isNull()).isTrue();
            assertThat(issue.body().path("task").isNull()).isTrue();
            mustNotTellOfIt(issue);
            mustNotTellOfIt(outsider.get("/api/issues/" + shown + "/history"));
            var relations = outsider.get("/api/issues/" + shown + "/relations");
            mustNotTellOfIt(relations);
            assertThat(relations.body().path("hidden").asInt()).isEqualTo(4);
            mustNotTellOfIt(outsider.get("/api/issues?project=" + open));
        });
    }

    @Test
    void a_sentence_about_it_is_that_about_nothing() {
        var own = task(ada, open);
        for (var body : List.of(
                "{'project': '%s', 'title': 'T'}".formatted(secret),
                "{'project': '%s', 'title': 'T', 'parent': '%s'}".formatted(open, hidden)))
            sameAsOfNothing(key -> eve.post("/api/tasks", body.replace(secret, key)));
        sameAsOfNothing(key ->
                eve.post("/api/issues", "{'project': '%s', 'title': 'T', 'task': '%s'}".formatted(open, key + "-1")));
        sameAsOfNothing(key -> eve.patch("/api/tasks/" + own, "{'parent': '%s-1'}".formatted(key)));
        sameAsOfNothing(key -> eve.put("/api/tasks/" + own + "/links/blocks/" + key + "-1"));
        sameAsOfNothing(key -> eve.put("/api/tasks/" + own + "/links/blocked-by/" + key + "-1"));
        sameAsOfNothing(key -> eve.delete("/api/tasks/" + own + "/links/relates-to/" + key + "-1"));
    }

    private interface Asked {
        Answer about(String project);
    }

    private void sameAsOfNothing(Asked asked) {
        var refused = asked.about(secret);
        var unknown = asked.about("NOSUCH");
        assertThat(refused.status()).isEqualTo(unknown.status()).isBetween(400, 404);
        assertThat(said(refused)).isEqualTo(said(unknown));
    }

    private static String said(Answer answer) {
        return answer.text("/reason") + answer.text("/detail") + answer.body().path("errors");
    }

    private void mustNotTellOfIt(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).doesNotContain("\"" + secret, WORD);
    }
}
