package ilgam.work.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The largest and the smallest that is accepted, and what is just beyond. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest extends Office {

    private Client ada;
    private String key;
    private String task;

    @BeforeAll
    void a_task() {
        ada = member();
        key = project(ada);
        task = "/api/tasks/" + task(ada, key);
    }

    @ParameterizedTest
    @CsvSource({
        "title, 500, a",
        "title, 500, 가",
        "title, 500, 😀",
        "resolution, 100, 가",
        "resolution, 100, 😀",
    })
    void a_line_has_so_many_characters_however_they_are_stored(String field, int most, String character) {
        var longest = character.repeat(most);
        assertThat(patched(field, "'%s'".formatted(longest)).text("/" + field)).isEqualTo(longest);
        mustBeTooLong(patched(field, "'%s'".formatted(longest + character)), "/" + field, most);
        assertThat(ada.get(task).text("/" + field)).isEqualTo(longest);
    }

    @Test
    void blanks_around_a_line_do_not_count() {
        assertThat(patched("title", "'  %s\\t'".formatted("a".repeat(500))).status())
                .isEqualTo(200);
    }

    @Test
    void a_comment_has_at_most_50_000_characters() {
        var comments = task + "/comments";
        assertThat(ada.post(comments, "{'text': '%s'}".formatted("가".repeat(50_000)))
                        .status())
                .isEqualTo(201);
        mustBeTooLong(ada.post(comments, "{'text': '%s'}".formatted("가".repeat(50_001))), "/text", 50_000);
    }

    @ParameterizedTest
    @CsvSource({
        "estimateHours, 0",
        "estimateHours, 0.01",
        "estimateHours, 100000.00",
        "points, 0.0",
        "points, 1e3",
        "points, 999.99",
    })
    void a_number_is_accepted_up_to_its_limit(String field, String number) {
        assertThat(patched(field, number).body().path(field).decimalValue()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "estimateHours, -0.01, estimate-range",
        "estimateHours, 100000.01, estimate-range",
        "estimateHours, 0.001, estimate-decimals",
        "points, -1e-9, points-range",
        "points, 1000.01, points-range",
        "points, 0.333, points-decimals",
    })
    void a_number_beyond_its_limit_is_refused(String field, String number, String reason) {
        var answer = patched(field, number);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + field);
        assertThat(answer.text("/errors/0/reason")).isEqualTo(reason);
    }

    @Test
    void a_day_is_in_a_year_from_1900_to_2999() {
        for (var day : List.of("1900-01-01", "2999-12-31", "2028-02-29"))
            assertThat(patched("dueOn", "'%s'".formatted(day)).text("/dueOn")).isEqualTo(day);
        for (var day : List.of("1899-12-31", "3000-01-01"))
            assertThat(patched("dueOn", "'%s'".formatted(day)).text("/errors/0/reason"))
                    .isEqualTo("date-range");
    }

    @Test
    void an_item_has_at_most_50_labels_of_50_characters() {
        assertThat(patched("labels", labels(50)).body().path("labels").size()).isEqualTo(50);
        assertThat(patched("labels", labels(51)).text("/errors/0/reason")).isEqualTo("too-many-labels");
        assertThat(patched("labels", "['%s']".formatted("가".repeat(50))).text("/labels/0"))
                .hasSize(50);
        mustBeTooLong(patched("labels", "['%s']".formatted("가".repeat(51))), "/labels", 50);
    }

    @Test
    void the_same_label_counts_once() {
        assertThat(patched("labels", labels(50).replace("[", "['label 1', ' label 1 ', "))
                        .body()
                        .path("labels")
                        .size())
                .isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"name, 100", "description, 10000"})
    void the_texts_of_a_project_are_limited(String field, int most) {
        var path = "/api/projects/" + project(ada);
        assertThat(ada.patch(path, "{'%s': '%s'}".formatted(field, "가".repeat(most)))
                        .status())
                .isEqualTo(200);
        mustBeTooLong(ada.patch(path, "{'%s': '%s'}".formatted(field, "가".repeat(most + 1))), "/" + field, most);
    }

    @Test
    void a_workflow_has_at_most_50_statuses_of_60_characters() {
        var path = "/api/projects/" + project(ada) + "/workflow";
        assertThat(ada.put(path, workflow(49, "가".repeat(60)))
                        .body()
                        .at("/workflow/statuses")
                        .size())
                .isEqualTo(50);
        assertThat(ada.put(path, workflow(50, "Last")).text("/errors/0/reason")).isEqualTo("workflow-size");
        mustBeTooLong(ada.put(path, workflow(1, "가".repeat(61))), "/statuses/1", 60);
    }

    @Test
    void words_that_are_sought_have_at_most_500_characters() {
        var list = "/api/work-items?project=" + key + "&text=";
        assertThat(ada.get(list + "a".repeat(500)).status()).isEqualTo(200);
        assertThat(ada.get(list + "a".repeat(501)).text("/detail")).startsWith("Parameter \"text\":");
    }

    @Test
    void an_idempotency_key_has_at_most_200_visible_characters() {
        assertThat(repeated("k".repeat(200)).status()).isEqualTo(200);
        for (var wrong : List.of("k".repeat(201), "a b"))
            assertThat(repeated(wrong).text("/reason")).isEqualTo("malformed-idempotency-key");
    }

    private Client.Answer repeated(String idempotencyKey) {
        return ada.with("Idempotency-Key", idempotencyKey).patch(task, "{}");
    }

    private Client.Answer patched(String field, String value) {
        return ada.patch(task, "{'%s': %s}".formatted(field, value));
    }

    private static String labels(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("'label %d'"::formatted)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String workflow(int others, String last) {
        return IntStream.range(0, others)
                .mapToObj("{'name': 'Status %d', 'category': 'todo'}"::formatted)
                .collect(Collectors.joining(
                        ", ", "{'statuses': [", ", {'name': '%s', 'category': 'done'}]}".formatted(last)));
    }

    private static void mustBeTooLong(Client.Answer answer, String pointer, int most) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/reason")).isEqualTo("too-long");
        assertThat(answer.body().at("/errors/0/values/most").asInt()).isEqualTo(most);
        assertThat(answer.body().at("/errors/0/values/length").asInt()).isEqualTo(most + 1);
    }
}
