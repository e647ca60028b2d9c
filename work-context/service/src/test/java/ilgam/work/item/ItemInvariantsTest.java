package ilgam.work.item;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ilgam.starter.refusal.Told;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDueScheduled;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemReclassified;
import ilgam.work.language.ItemEvent.ItemSeverityRated;
import ilgam.work.language.ItemEvent.ItemStartScheduled;
import ilgam.work.language.ItemEvent.ItemTied;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.Kind;
import ilgam.work.language.Severity;

import static ilgam.work.item.Board.ITEM;
import static ilgam.work.item.Board.LIN;
import static ilgam.work.item.Board.OTHER;
import static ilgam.work.item.Board.issueOpened;
import static ilgam.work.item.Board.taskOpened;

/** What is always true of an item after a change, and of which changes that is required. */
class ItemInvariantsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 1, -",
                "-, -, 1, 1",
                "-, -, 1, 2",
                "1, -, 1, 1",
                "1, 5, 5, 5",
                "1, 5, -, 5",
                "1, 5, 9, -",
                "1, 5, 6, 7",
                "5, 1, 1, 1", // imported
                "5, 1, -, 1",
            })
    void an_item_may_be_due_on_the_day_it_starts_or_later(
            @Nullable Integer hadStart, @Nullable Integer hadDue, @Nullable Integer start, @Nullable Integer due) {
        scheduled(hadStart, hadDue).when(schedule(start, due)).expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, -, 2, 1", "1, -, 2, 1", "1, 5, 6, 5", "1, 5, 1, 0", "5, 1, 5, 4"})
    void an_item_is_never_scheduled_to_be_due_before_it_starts(
            @Nullable Integer hadStart, @Nullable Integer hadDue, Integer start, Integer due) {
        scheduled(hadStart, hadDue)
                .when(schedule(start, due))
                .expectNoEvents()
                .expectExceptionDetails(
                        new Told(ItemRefused.Reason.DUE_BEFORE_START, Map.of("due", text(due), "start", text(start))));
    }

    @Test
    void unsound_dates_of_an_import_are_in_the_way_of_no_other_change() {
        scheduled(5, 1)
                .when(change(new ItemChange.Assign(LIN), new ItemChange.Reclassify(Kind.ISSUE)))
                .expectEvents(new ItemAssigned(ITEM, null, LIN), new ItemReclassified(ITEM, Kind.TASK, Kind.ISSUE));
    }

    @Test
    void a_task_gets_no_severity_by_being_called_a_task_once_more() {
        for (var kind : List.of(Kind.TASK, Kind.ISSUE))
            given(taskOpened())
                    .when(change(
                            new ItemChange.Reclassify(kind),
                            new ItemChange.RateSeverity(Severity.MINOR),
                            new ItemChange.Reclassify(Kind.TASK),
                            new ItemChange.RateSeverity(Severity.MINOR),
                            new ItemChange.Reclassify(Kind.TASK)))
                    .expectNoEvents()
                    .expectExceptionDetails(ItemRefused.Reason.ONLY_ISSUES_HAVE_SEVERITY);
    }

    @Test
    void a_task_is_about_no_task_by_being_called_a_task_once_more() {
        given(taskOpened())
                .when(change(new ItemChange.Tie(OTHER), new ItemChange.Reclassify(Kind.TASK)))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.ONLY_ISSUES_ARE_ABOUT_TASKS);
    }

    @Test
    void an_issue_keeps_what_only_issues_have_when_it_is_called_an_issue_once_more() {
        given(issueOpened(), new ItemTied(ITEM, null, OTHER))
                .when(change(new ItemChange.Reclassify(Kind.ISSUE), new ItemChange.RateSeverity(Severity.TRIVIAL)))
                .expectEvents(new ItemSeverityRated(ITEM, Severity.MAJOR, Severity.TRIVIAL));
    }

    @Test
    void an_issue_there_and_back_again_has_lost_what_only_issues_have() {
        given(issueOpened(), new ItemTied(ITEM, null, OTHER))
                .when(change(new ItemChange.Reclassify(Kind.TASK), new ItemChange.Reclassify(Kind.ISSUE)))
                .expectEvents(
                        new ItemSeverityRated(ITEM, Severity.MAJOR, null),
                        new ItemTied(ITEM, OTHER, null),
                        new ItemReclassified(ITEM, Kind.ISSUE, Kind.TASK),
                        new ItemReclassified(ITEM, Kind.TASK, Kind.ISSUE));
    }

    @Test
    void a_severity_that_is_taken_away_in_time_is_in_nobodys_way() {
        given(issueOpened())
                .when(change(
                        new ItemChange.Reclassify(Kind.TASK),
                        new ItemChange.RateSeverity(Severity.MINOR),
                        new ItemChange.RateSeverity(null)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void the_fiftieth_label_fits_and_the_next_one_does_not() {
        labelled(49).when(change(label("more"))).expectEvents(new ItemLabelled(ITEM, "more"));
        labelled(50).when(change(label("more"))).expectNoEvents().expectExceptionDetails(tooMany());
        labelled(50).when(change(label("label 7"))).expectNoEvents().expectSuccessfulHandlerExecution();
    }

    @Test
    void a_label_makes_room_for_another_in_the_same_command() {
        labelled(50)
                .when(change(label("more"), new ItemChange.Unlabel(new LabelName("label 7"))))
                .expectEvents(new ItemLabelled(ITEM, "more"), new ItemUnlabelled(ITEM, "label 7"));
        labelled(50)
                .when(change(label("more"), new ItemChange.Unlabel(new LabelName("none of them"))))
                .expectNoEvents()
                .expectExceptionDetails(tooMany());
    }

    private static TestExecutor<WorkItem> labelled(int labels) {
        var each = IntStream.range(0, labels).mapToObj(n -> (ItemEvent) new ItemLabelled(ITEM, "label " + n));
        return given(Stream.concat(Stream.of(taskOpened()), each).toArray(ItemEvent[]::new));
    }

    private static TestExecutor<WorkItem> scheduled(@Nullable Integer start, @Nullable Integer due) {
        return given(
                taskOpened(),
                new ItemStartScheduled(ITEM, null, date(start)),
                new ItemDueScheduled(ITEM, null, date(due)));
    }

    private static TestExecutor<WorkItem> given(ItemEvent... happened) {
        return Board.items().given((Object[]) happened);
    }

    private static ChangeItem schedule(@Nullable Integer start, @Nullable Integer due) {
        return change(new ItemChange.ScheduleStart(Day.of(date(start))), new ItemChange.ScheduleDue(Day.of(date(due))));
    }

    private static ChangeItem change(ItemChange... changes) {
        return new ChangeItem(ITEM, List.of(changes), null);
    }

    private static ItemChange label(String name) {
        return new ItemChange.Label(new LabelName(name));
    }

    private static Told tooMany() {
        return new Told(ItemRefused.Reason.TOO_MANY_LABELS, Map.of("most", 50));
    }

    private static String text(Integer day) {
        return String.valueOf(date(day));
    }

    private static @Nullable LocalDate date(@Nullable Integer day) {
        return day == null ? null : LocalDate.of(2026, 11, 20).plusDays(day);
    }
}
