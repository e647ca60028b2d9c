package ilgam.work.replica;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ilgam.work.language.Category;
import ilgam.work.language.Status;

import static ilgam.work.language.Category.DOING;
import static ilgam.work.language.Category.DONE;
import static ilgam.work.language.Category.TODO;
import static org.assertj.core.api.Assertions.assertThat;

/** What statuses mean to items by when they entered them. */
class MeaningsTest {

    private static final Instant ALWAYS = Instant.MIN;
    private static final Instant FOREVER = Instant.MAX;
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T00:00:00Z");

    @Test
    void a_first_definition_also_applies_to_all_time_before_it() {
        assertThat(meanings(defined(MONDAY, open(TODO))))
                .containsExactly(new Meaning("open", ALWAYS, FOREVER, ALWAYS, FOREVER, "Open", TODO));
    }

    @Test
    void a_later_status_has_its_meaning_before_its_introduction_too() {
        assertThat(meanings(defined(MONDAY, open(TODO)), defined(FRIDAY, open(TODO), shut())))
                .containsExactly(
                        new Meaning("open", ALWAYS, FOREVER, ALWAYS, FOREVER, "Open", TODO),
                        new Meaning("shut", ALWAYS, FOREVER, ALWAYS, FOREVER, "Shut", DONE));
    }

    @Test
    void another_category_takes_effect_at_its_instant() {
        assertThat(meanings(defined(MONDAY, open(TODO)), defined(FRIDAY, open(DOING))))
                .containsExactly(
                        new Meaning("open", ALWAYS, FOREVER, ALWAYS, FRIDAY, "Open", TODO),
                        new Meaning("open", ALWAYS, FOREVER, FRIDAY, FOREVER, "Open", DOING));
    }

    @Test
    void a_retired_status_forwards_its_items_and_late_moves_to_its_successor() {
        assertThat(meanings(defined(MONDAY, open(TODO), shut()), retired(FRIDAY, "open", "shut", shut())))
                .containsExactly(
                        new Meaning("open", ALWAYS, FOREVER, ALWAYS, FRIDAY, "Open", TODO),
                        new Meaning("open", ALWAYS, FOREVER, FRIDAY, FOREVER, "Shut", DONE),
                        new Meaning("shut", ALWAYS, FOREVER, ALWAYS, FOREVER, "Shut", DONE));
    }

    @Test
    void items_do_not_return_to_a_reintroduced_status() {
        assertThat(meanings(
                        defined(MONDAY, open(TODO), shut()),
                        retired(TUESDAY, "open", "shut", shut()),
                        defined(FRIDAY, open(DOING), shut())))
                .containsExactly(
                        new Meaning("open", ALWAYS, FRIDAY, ALWAYS, TUESDAY, "Open", TODO),
                        new Meaning("open", ALWAYS, FRIDAY, TUESDAY, FOREVER, "Shut", DONE),
                        new Meaning("open", FRIDAY, FOREVER, FRIDAY, FOREVER, "Open", DOING),
                        new Meaning("shut", ALWAYS, FOREVER, ALWAYS, FOREVER, "Shut", DONE));
    }

    @Test
    void a_status_retired_without_a_known_successor_keeps_its_last_meaning() {
        assertThat(meanings(defined(MONDAY, open(TODO), shut()), retired(FRIDAY, "open", "nowhere", shut())))
                .contains(new Meaning("open", ALWAYS, FOREVER, ALWAYS, FOREVER, "Open", TODO));
    }

    private static List<Meaning> meanings(Definition... definitions) {
        return new DatedWorkflow(List.of(definitions)).meanings();
    }

    private static Definition defined(Instant at, Status... statuses) {
        return new Definition(at, List.of(statuses), Map.of());
    }

    private static Definition retired(Instant at, String status, String successor, Status... statuses) {
        return new Definition(at, List.of(statuses), Map.of(status, successor));
    }

    private static Status open(Category category) {
        return new Status("open", "Open", category);
    }

    private static Status shut() {
        return new Status("shut", "Shut", DONE);
    }
}
