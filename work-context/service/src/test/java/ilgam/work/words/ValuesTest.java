package ilgam.work.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ilgam.work.item.CommentText;
import ilgam.work.item.Day;
import ilgam.work.item.Description;
import ilgam.work.item.Hours;
import ilgam.work.item.LabelName;
import ilgam.work.item.Resolution;
import ilgam.work.item.Title;
import ilgam.work.language.Category;
import ilgam.work.project.ProjectKey;
import ilgam.work.project.WorkflowPlan;
import ilgam.work.project.WorkflowPlan.Step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ValuesTest {

    @Test
    void a_title_is_one_line_without_overhang() {
        assertThat(new Title("  Tidy\r\n up\t").text()).isEqualTo("Tidy  up");
    }

    @Test
    void a_title_has_one_to_five_hundred_characters_however_they_are_stored() {
        assertThat(new Title("😀".repeat(500)).text()).hasSize(1000);
        refused(() -> new Title("x".repeat(501)));
        refused(() -> new Title(" \n "));
        refused(() -> Title.of(null));
    }

    @Test
    void what_could_not_be_stored_or_shown_is_refused() {
        refused(() -> new Title("a\u0000b"));
        refused(() -> new Title("a\u001bb"));
        refused(() -> new Title("half a pair \ud800"));
        assertThat(new Description("a\u0000b\r\n\u202ec \ud800").text()).isEqualTo("ab\nc \ufffd");
    }

    @Test
    void a_name_of_which_nothing_can_be_seen_is_none() {
        refused(() -> new Title("\u200b"));
        refused(() -> new LabelName("\u3164"));
        refused(() -> new CommentText("\u2800\ufe0f"));
    }

    @Test
    void a_description_may_be_missing_and_is_kept_as_written() {
        assertThat(Description.of(null).text()).isEmpty();
        assertThat(new Description(" a\n b ").text()).isEqualTo(" a\n b ");
        refused(() -> new Description("x".repeat(100_001)));
    }

    @Test
    void a_comment_says_something() {
        refused(() -> CommentText.of(" "));
        refused(() -> new CommentText("x".repeat(50_001)));
    }

    @Test
    void labels_and_resolutions_are_short() {
        refused(() -> new LabelName("x".repeat(51)));
        refused(() -> Resolution.of(""));
        assertThat(Resolution.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100000.01", "0.125", "1e1000000", "1e-1000000"})
    void an_estimate_that_makes_no_sense_is_refused(String amount) {
        refused(() -> new Hours(new BigDecimal(amount)));
    }

    @Test
    void equal_estimates_are_the_same_however_they_are_written() {
        assertThat(new Hours(new BigDecimal("1.50"))).isEqualTo(new Hours(new BigDecimal("1.5")));
        assertThat(new Hours(new BigDecimal("1E+2")).amount()).hasToString("100");
        assertThat(new Hours(new BigDecimal("0.00")).amount()).hasToString("0");
    }

    @Test
    void a_day_lies_in_a_year_that_work_is_planned_for() {
        refused(() -> Day.of(LocalDate.of(1066, 10, 14)));
        refused(() -> Day.of(LocalDate.MAX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "web", "1WEB", "WEB-1", "ABCDEFGHIJK", "WÉB"})
    void a_project_key_that_members_could_not_type_is_refused(String key) {
        refused(() -> ProjectKey.of(key));
    }

    @Test
    void a_workflow_begins_somewhere_and_ends_somewhere() {
        var todo = new Step(null, "To do", Category.TODO);
        var done = new Step(null, "Done", Category.DONE);
        var waiting = new Step(null, "Waiting", Category.WAITING);
        refused(() -> new WorkflowPlan(List.of()));
        refused(() -> new WorkflowPlan(List.of(todo, waiting)));
        refused(() -> new WorkflowPlan(List.of(waiting, done)));
        refused(() -> new WorkflowPlan(List.of(todo, done, new Step(null, "to DO", Category.DOING))));
        refused(() ->
                new WorkflowPlan(List.of(new Step("a", "To do", Category.TODO), new Step("a", "Done", Category.DONE))));
        refused(() -> new WorkflowPlan(IntStream.rangeClosed(1, 51)
                .mapToObj(n -> new Step(null, "Step " + n, n == 1 ? Category.DONE : Category.TODO))
                .toList()));
    }

    private static void refused(Runnable value) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(value::run).withMessageEndingWith(".");
    }
}
