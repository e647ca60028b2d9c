package ilgam.work.projects;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ilgam.work.language.Category;
import ilgam.work.language.Status;
import ilgam.work.projects.DatedWorkflow.Definition;
import ilgam.work.projects.DatedWorkflow.Meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DatedWorkflowTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-18T00:00:00Z");

    private static final Status OPEN = new Status("open", "Open", Category.TODO);
    private static final Status TEST = new Status("test", "Test", Category.DOING);
    private static final Status REVIEW = new Status("review", "Review", Category.DOING);
    private static final Status DONE = new Status("done", "Done", Category.DONE);

    @Test
    void a_first_definition_also_holds_for_all_time_before_it() {
        var workflow = new DatedWorkflow(List.of(defined(MONDAY, 0, List.of(OPEN), Map.of())));
        assertThat(workflow.meanings()).containsExactly(meaning("open", null, null, OPEN, 0));
    }

    @Test
    void a_status_that_comes_later_has_its_first_definition_before_that_too() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, 0, List.of(OPEN), Map.of()), defined(TUESDAY, 1, List.of(OPEN, DONE), Map.of())));
        assertThat(workflow.meanings())
                .extracting(Meaning::id, Meaning::from, Meaning::shown)
                .contains(tuple("done", null, DONE));
    }

    @Test
    void a_new_name_or_category_acts_from_then_on() {
        var shipped = new Status("done", "Shipped", Category.DROPPED);
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, 0, List.of(OPEN, DONE), Map.of()),
                defined(TUESDAY, 1, List.of(OPEN, shipped), Map.of())));
        assertThat(workflow.meanings())
                .containsExactly(
                        meaning("open", null, null, OPEN, 0),
                        meaning("done", null, TUESDAY, DONE, 1),
                        meaning("done", TUESDAY, null, shipped, 1));
    }

    @Test
    void a_retired_status_stands_for_its_successor_and_for_the_successors_successor() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, 0, List.of(OPEN, TEST, DONE), Map.of()),
                defined(TUESDAY, 1, List.of(OPEN, REVIEW, DONE), Map.of("test", "review")),
                defined(WEDNESDAY, 2, List.of(OPEN, DONE), Map.of("review", "done"))));
        assertThat(workflow.meanings())
                .contains(
                        meaning("test", null, TUESDAY, TEST, 1),
                        meaning("test", TUESDAY, WEDNESDAY, REVIEW, 1),
                        meaning("test", WEDNESDAY, null, DONE, 1));
    }

    @Test
    void a_status_that_comes_back_has_its_old_items_back() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, 0, List.of(OPEN, TEST), Map.of()),
                defined(TUESDAY, 1, List.of(OPEN), Map.of("test", "open")),
                defined(WEDNESDAY, 2, List.of(OPEN, TEST), Map.of())));
        assertThat(workflow.meanings())
                .contains(meaning("test", TUESDAY, WEDNESDAY, OPEN, 0), meaning("test", WEDNESDAY, null, TEST, 1));
    }

    @Test
    void a_status_retired_without_a_successor_keeps_its_last_meaning() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, 0, List.of(OPEN, TEST), Map.of()),
                defined(TUESDAY, 1, List.of(OPEN), Map.of("test", "nowhere"))));
        assertThat(workflow.meanings()).extracting(Meaning::shown).containsOnly(OPEN, TEST);
    }

    @Test
    void of_two_definitions_in_one_instant_the_later_stands_and_the_earlier_still_names_successors() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, 0, List.of(OPEN, TEST), Map.of()),
                defined(MONDAY, 1, List.of(OPEN), Map.of("test", "open"))));
        assertThat(workflow.meanings())
                .containsExactlyInAnyOrder(meaning("open", null, null, OPEN, 0), meaning("test", null, null, OPEN, 0));
    }

    private static Definition defined(
            Instant at, long sequence, List<Status> statuses, Map<String, String> successors) {
        return new Definition(at, sequence, statuses, successors);
    }

    private static Meaning meaning(String id, @Nullable Instant from, @Nullable Instant to, Status shown, int place) {
        return new Meaning(id, from, to, shown, place);
    }
}
