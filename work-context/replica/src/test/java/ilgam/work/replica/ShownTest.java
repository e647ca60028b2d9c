package ilgam.work.replica;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ilgam.work.language.Category;
import ilgam.work.language.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What status ids show over time. */
class ShownTest {

    private static final Instant ALWAYS = Instant.MIN;
    private static final Instant FOREVER = Instant.MAX;
    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-18T00:00:00Z");

    private static final Status OPEN = new Status("open", "Open", Category.TODO);
    private static final Status TEST = new Status("test", "Test", Category.DOING);
    private static final Status REVIEW = new Status("review", "Review", Category.DOING);
    private static final Status DONE = new Status("done", "Done", Category.DONE);

    @Test
    void a_first_definition_also_holds_for_all_time_before_it() {
        var workflow = new DatedWorkflow(List.of(defined(MONDAY, List.of(OPEN), Map.of())));
        assertThat(workflow.shown()).containsExactly(shown("open", ALWAYS, FOREVER, OPEN, 0));
    }

    @Test
    void a_status_that_comes_later_has_its_first_definition_before_that_too() {
        var workflow = new DatedWorkflow(
                List.of(defined(MONDAY, List.of(OPEN), Map.of()), defined(TUESDAY, List.of(OPEN, DONE), Map.of())));
        assertThat(workflow.shown())
                .extracting(Shown::id, Shown::from, Shown::status)
                .contains(tuple("done", ALWAYS, DONE));
    }

    @Test
    void a_new_name_or_category_acts_from_then_on() {
        var shipped = new Status("done", "Shipped", Category.DROPPED);
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, List.of(OPEN, DONE), Map.of()), defined(TUESDAY, List.of(OPEN, shipped), Map.of())));
        assertThat(workflow.shown())
                .containsExactly(
                        shown("open", ALWAYS, FOREVER, OPEN, 0),
                        shown("done", ALWAYS, TUESDAY, DONE, 1),
                        shown("done", TUESDAY, FOREVER, shipped, 1));
    }

    @Test
    void a_retired_status_stands_for_its_successor_and_for_the_successors_successor() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, List.of(OPEN, TEST, DONE), Map.of()),
                defined(TUESDAY, List.of(OPEN, REVIEW, DONE), Map.of("test", "review")),
                defined(WEDNESDAY, List.of(OPEN, DONE), Map.of("review", "done"))));
        assertThat(workflow.shown())
                .contains(
                        shown("test", ALWAYS, TUESDAY, TEST, 1),
                        shown("test", TUESDAY, WEDNESDAY, REVIEW, 1),
                        shown("test", WEDNESDAY, FOREVER, DONE, 1));
    }

    @Test
    void a_status_that_comes_back_has_its_old_items_back() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, List.of(OPEN, TEST), Map.of()),
                defined(TUESDAY, List.of(OPEN), Map.of("test", "open")),
                defined(WEDNESDAY, List.of(OPEN, TEST), Map.of())));
        assertThat(workflow.shown())
                .contains(shown("test", TUESDAY, WEDNESDAY, OPEN, 0), shown("test", WEDNESDAY, FOREVER, TEST, 1));
    }

    @Test
    void a_status_retired_without_a_successor_keeps_its_last_meaning() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, List.of(OPEN, TEST), Map.of()),
                defined(TUESDAY, List.of(OPEN), Map.of("test", "nowhere"))));
        assertThat(workflow.shown()).extracting(Shown::status).containsOnly(OPEN, TEST);
    }

    @Test
    void of_two_definitions_in_one_instant_the_later_stands_and_the_earlier_still_names_successors() {
        var workflow = new DatedWorkflow(List.of(
                defined(MONDAY, List.of(OPEN, TEST), Map.of()),
                defined(MONDAY, List.of(OPEN), Map.of("test", "open"))));
        assertThat(workflow.shown())
                .containsExactlyInAnyOrder(
                        shown("open", ALWAYS, FOREVER, OPEN, 0), shown("test", ALWAYS, FOREVER, OPEN, 0));
    }

    private static Definition defined(Instant at, List<Status> statuses, Map<String, String> successors) {
        return new Definition(at, statuses, successors);
    }

    private static Shown shown(String id, Instant from, Instant to, Status status, int place) {
        return new Shown(id, from, to, status, place);
    }
}
