package ilgam.work.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

import ilgam.starter.refusal.Told;
import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.item.ItemCommand.Comment;
import ilgam.work.item.ItemCommand.DeleteItem;
import ilgam.work.item.ItemCommand.EditComment;
import ilgam.work.item.ItemCommand.OpenItem;
import ilgam.work.item.ItemCommand.RemoveComment;
import ilgam.work.item.ItemCommand.RestoreItem;
import ilgam.work.language.CommentId;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentEdited;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ItemAssigned;
import ilgam.work.language.ItemEvent.ItemDeleted;
import ilgam.work.language.ItemEvent.ItemDescribed;
import ilgam.work.language.ItemEvent.ItemDueScheduled;
import ilgam.work.language.ItemEvent.ItemEstimated;
import ilgam.work.language.ItemEvent.ItemLabelled;
import ilgam.work.language.ItemEvent.ItemLinked;
import ilgam.work.language.ItemEvent.ItemMoved;
import ilgam.work.language.ItemEvent.ItemPrioritised;
import ilgam.work.language.ItemEvent.ItemReclassified;
import ilgam.work.language.ItemEvent.ItemRenamed;
import ilgam.work.language.ItemEvent.ItemReparented;
import ilgam.work.language.ItemEvent.ItemResolved;
import ilgam.work.language.ItemEvent.ItemRestored;
import ilgam.work.language.ItemEvent.ItemSeverityRated;
import ilgam.work.language.ItemEvent.ItemSized;
import ilgam.work.language.ItemEvent.ItemStartScheduled;
import ilgam.work.language.ItemEvent.ItemTied;
import ilgam.work.language.ItemEvent.ItemUnlabelled;
import ilgam.work.language.ItemEvent.ItemUnlinked;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

import static ilgam.work.item.Board.ADA;
import static ilgam.work.item.Board.ITEM;
import static ilgam.work.item.Board.LIN;
import static ilgam.work.item.Board.OPEN;
import static ilgam.work.item.Board.OTHER;
import static ilgam.work.item.Board.REMARK;
import static ilgam.work.item.Board.by;
import static ilgam.work.item.Board.issueOpened;
import static ilgam.work.item.Board.message;
import static ilgam.work.item.Board.opening;
import static ilgam.work.item.Board.task;
import static ilgam.work.item.Board.taskOpened;

class WorkItemTest {

    private static final Day MONDAY = new Day(LocalDate.of(2026, 11, 23));
    private static final Day FRIDAY = new Day(LocalDate.of(2026, 11, 27));
    private static final Told DUE_BEFORE_START = new Told(
            ItemRefused.Reason.DUE_BEFORE_START,
            Map.of("due", MONDAY.date().toString(), "start", FRIDAY.date().toString()));

    private final FixtureConfiguration<WorkItem> items = Board.items();

    @Test
    void an_item_is_opened_with_all_it_has_from_the_start() {
        items.givenNoPriorActivity()
                .when(new OpenItem(ITEM, Board.NUMBER, task()))
                .expectEvents(taskOpened())
                .expectResultMessagePayload(0L);
    }

    @Test
    void opening_an_item_again_leaves_the_first_as_it_is() {
        given(new ItemRenamed(ITEM, "Tidy up", "Clean up"))
                .when(new OpenItem(ITEM, Board.NUMBER, task()))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void an_item_cannot_be_opened_as_due_before_it_starts() {
        items.givenNoPriorActivity()
                .when(new OpenItem(ITEM, Board.NUMBER, opening(Kind.TASK, null, FRIDAY, MONDAY)))
                .expectNoEvents()
                .expectExceptionDetails(DUE_BEFORE_START);
    }

    @Test
    void a_task_cannot_be_opened_with_a_severity() {
        items.givenNoPriorActivity()
                .when(new OpenItem(ITEM, Board.NUMBER, opening(Kind.TASK, Severity.MINOR, null, null)))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.ONLY_ISSUES_HAVE_SEVERITY);
    }

    @Test
    void every_field_of_an_item_can_be_changed_at_once() {
        given().when(change(
                        new ItemChange.Rename(new Title("Clean up")),
                        new ItemChange.Describe(new Description("All of it.")),
                        new ItemChange.Assign(LIN),
                        new ItemChange.ScheduleStart(MONDAY),
                        new ItemChange.ScheduleDue(FRIDAY),
                        new ItemChange.Estimate(new Hours(new BigDecimal("1.50"))),
                        new ItemChange.Size(new Points(new BigDecimal("5.0"))),
                        new ItemChange.Prioritise(Priority.HIGH),
                        new ItemChange.Label(new LabelName("spring")),
                        new ItemChange.Reparent(OTHER),
                        new ItemChange.Link(LinkType.BLOCKS, OTHER)))
                .expectEvents(
                        new ItemRenamed(ITEM, "Tidy up", "Clean up"),
                        new ItemDescribed(ITEM, "All of it."),
                        new ItemAssigned(ITEM, null, LIN),
                        new ItemStartScheduled(ITEM, null, MONDAY.date()),
                        new ItemDueScheduled(ITEM, null, FRIDAY.date()),
                        new ItemEstimated(ITEM, null, new BigDecimal("1.5")),
                        new ItemSized(ITEM, null, new BigDecimal("5")),
                        new ItemPrioritised(ITEM, Priority.NONE, Priority.HIGH),
                        new ItemLabelled(ITEM, "spring"),
                        new ItemReparented(ITEM, null, OTHER),
                        new ItemLinked(ITEM, LinkType.BLOCKS, OTHER))
                .expectResultMessagePayload(11L);
    }

    @Test
    void asking_for_what_already_is_changes_nothing() {
        given(
                        new ItemAssigned(ITEM, null, LIN),
                        new ItemLabelled(ITEM, "spring"),
                        new ItemLinked(ITEM, LinkType.RELATES_TO, OTHER))
                .when(change(
                        new ItemChange.Rename(new Title("Tidy up")),
                        new ItemChange.Describe(Description.NONE),
                        new ItemChange.Reclassify(Kind.TASK),
                        new ItemChange.Move("to-do", OPEN),
                        new ItemChange.Assign(LIN),
                        new ItemChange.ScheduleStart(null),
                        new ItemChange.ScheduleDue(null),
                        new ItemChange.Estimate(null),
                        new ItemChange.Size(null),
                        new ItemChange.Prioritise(Priority.NONE),
                        new ItemChange.RateSeverity(null),
                        new ItemChange.Resolve(null),
                        new ItemChange.Label(new LabelName("spring")),
                        new ItemChange.Unlabel(new LabelName("autumn")),
                        new ItemChange.Relabel(Set.of(new LabelName("spring"))),
                        new ItemChange.Reparent(null),
                        new ItemChange.Tie(null),
                        new ItemChange.Link(LinkType.RELATES_TO, OTHER),
                        new ItemChange.Unlink(LinkType.BLOCKS, OTHER)))
                .expectNoEvents()
                .expectResultMessagePayload(3L);
    }

    @Test
    void what_was_set_can_be_cleared() {
        given(
                        new ItemAssigned(ITEM, null, LIN),
                        new ItemDueScheduled(ITEM, null, FRIDAY.date()),
                        new ItemReparented(ITEM, null, OTHER),
                        new ItemLinked(ITEM, LinkType.BLOCKS, OTHER))
                .when(change(
                        new ItemChange.Assign(null),
                        new ItemChange.ScheduleDue(null),
                        new ItemChange.Reparent(null),
                        new ItemChange.Unlink(LinkType.BLOCKS, OTHER)))
                .expectEvents(
                        new ItemAssigned(ITEM, LIN, null),
                        new ItemDueScheduled(ITEM, FRIDAY.date(), null),
                        new ItemReparented(ITEM, OTHER, null),
                        new ItemUnlinked(ITEM, LinkType.BLOCKS, OTHER));
    }

    @Test
    void labels_given_as_a_whole_replace_those_there() {
        given(new ItemLabelled(ITEM, "autumn"), new ItemLabelled(ITEM, "garden"))
                .when(change(new ItemChange.Relabel(Set.of(new LabelName("garden"), new LabelName("spring")))))
                .expectEvents(new ItemUnlabelled(ITEM, "autumn"), new ItemLabelled(ITEM, "spring"));
    }

    @Test
    void a_label_can_be_taken_away() {
        given(new ItemLabelled(ITEM, "autumn"))
                .when(change(new ItemChange.Unlabel(new LabelName("autumn"))))
                .expectEvents(new ItemUnlabelled(ITEM, "autumn"));
    }

    @Test
    void an_item_has_at_most_fifty_labels() {
        var fiftyOne = IntStream.rangeClosed(1, 51)
                .mapToObj(n -> new LabelName("label " + n))
                .collect(Collectors.toSet());
        given().when(change(new ItemChange.Relabel(fiftyOne)))
                .expectNoEvents()
                .expectExceptionDetails(new Told(ItemRefused.Reason.TOO_MANY_LABELS, Map.of("most", 50)));
    }

    @Test
    void an_item_has_at_most_a_thousand_links() {
        var linked = IntStream.range(0, 1_000)
                .mapToObj(n -> new ItemLinked(ITEM, LinkType.RELATES_TO, new ItemId(new UUID(1, n))))
                .toArray(ItemEvent[]::new);
        given(linked)
                .when(change(new ItemChange.Link(LinkType.BLOCKS, OTHER)))
                .expectNoEvents()
                .expectExceptionDetails(new Told(ItemRefused.Reason.TOO_MANY_LINKS, Map.of("most", 1_000)));
        given(linked)
                .when(change(new ItemChange.Link(LinkType.RELATES_TO, new ItemId(new UUID(1, 0)))))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_item_has_at_most_fifty_thousand_comments() {
        var full = snapshotWith(50_000);
        items.given(full)
                .when(comment(), by(ADA))
                .expectNoEvents()
                .expectExceptionDetails(new Told(ItemRefused.Reason.TOO_MANY_COMMENTS, Map.of("most", 50_000)));
        items.given(full, new CommentRemoved(ITEM, new CommentId(new UUID(0, 0))))
                .when(comment(), by(ADA))
                .expectEvents(commented());
    }

    private static ItemSnapshot snapshotWith(int comments) {
        var many = new CommentAuthors();
        for (int n = 0; n < comments; n++) many.add(new CommentId(new UUID(0, n)), LIN);
        var item = new ItemState((ItemEvent.ItemOpened) taskOpened()).snapshot(new ImportTrace());
        return new ItemSnapshot(
                item.now(), false, List.of(), many.packed(), Map.of(), item.importedLines(), null, true, null);
    }

    @Test
    void start_and_due_are_judged_together_after_all_changes() {
        given(new ItemDueScheduled(ITEM, null, MONDAY.date()))
                .when(change(
                        new ItemChange.ScheduleStart(FRIDAY),
                        new ItemChange.ScheduleDue(new Day(FRIDAY.date().plusDays(7)))))
                .expectEvents(
                        new ItemStartScheduled(ITEM, null, FRIDAY.date()),
                        new ItemDueScheduled(ITEM, MONDAY.date(), FRIDAY.date().plusDays(7)));
    }

    @Test
    void an_item_cannot_be_due_before_it_starts() {
        given(new ItemDueScheduled(ITEM, null, MONDAY.date()))
                .when(change(new ItemChange.Rename(new Title("Clean up")), new ItemChange.ScheduleStart(FRIDAY)))
                .expectNoEvents()
                .expectExceptionDetails(DUE_BEFORE_START);
    }

    @Test
    void an_imported_item_that_is_unsound_can_still_be_renamed() {
        given(new ItemStartScheduled(ITEM, null, FRIDAY.date()), new ItemDueScheduled(ITEM, null, MONDAY.date()))
                .when(change(new ItemChange.Rename(new Title("Clean up"))))
                .expectEvents(new ItemRenamed(ITEM, "Tidy up", "Clean up"));
    }

    @Test
    void only_an_issue_has_a_severity() {
        given().when(change(new ItemChange.RateSeverity(Severity.CRITICAL)))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.ONLY_ISSUES_HAVE_SEVERITY);
    }

    @Test
    void only_an_issue_is_about_a_task() {
        given().when(change(new ItemChange.Tie(OTHER)))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.ONLY_ISSUES_ARE_ABOUT_TASKS);
    }

    @Test
    void a_task_that_becomes_an_issue_can_get_a_severity_at_once_in_any_order() {
        given().when(change(new ItemChange.RateSeverity(Severity.MINOR), new ItemChange.Reclassify(Kind.ISSUE)))
                .expectEvents(
                        new ItemSeverityRated(ITEM, null, Severity.MINOR),
                        new ItemReclassified(ITEM, Kind.TASK, Kind.ISSUE));
    }

    @Test
    void an_issue_that_becomes_a_task_loses_what_only_issues_have() {
        items.given(issueOpened(), new ItemTied(ITEM, null, OTHER))
                .when(change(new ItemChange.Reclassify(Kind.TASK)))
                .expectEvents(
                        new ItemSeverityRated(ITEM, Severity.MAJOR, null),
                        new ItemTied(ITEM, OTHER, null),
                        new ItemReclassified(ITEM, Kind.ISSUE, Kind.TASK));
    }

    @Test
    void an_issue_is_rated_tied_and_resolved() {
        items.given(issueOpened())
                .when(change(
                        new ItemChange.RateSeverity(Severity.TRIVIAL),
                        new ItemChange.Tie(OTHER),
                        new ItemChange.Resolve(new Resolution("Fixed"))))
                .expectEvents(
                        new ItemSeverityRated(ITEM, Severity.MAJOR, Severity.TRIVIAL),
                        new ItemTied(ITEM, null, OTHER),
                        new ItemResolved(ITEM, null, "Fixed"));
    }

    @Test
    void an_ended_item_that_is_opened_again_is_not_resolved_any_more() {
        given(new ItemMoved(ITEM, "to-do", "done"), new ItemResolved(ITEM, null, "Fixed"))
                .when(change(new ItemChange.Move("in-progress", OPEN)))
                .expectEvents(new ItemMoved(ITEM, "done", "in-progress"), new ItemResolved(ITEM, "Fixed", null));
    }

    @Test
    void an_item_that_was_never_ended_keeps_its_resolution_when_it_moves_on() {
        given(new ItemResolved(ITEM, null, "Fixed"))
                .when(change(new ItemChange.Move("in-progress", OPEN)))
                .expectEvents(new ItemMoved(ITEM, "to-do", "in-progress"));
    }

    @Test
    void an_ended_item_keeps_its_resolution_in_another_ended_status() {
        given(new ItemMoved(ITEM, "to-do", "done"), new ItemResolved(ITEM, null, "Fixed"))
                .when(change(new ItemChange.Move("cancelled", OPEN)))
                .expectEvents(new ItemMoved(ITEM, "done", "cancelled"));
    }

    @Test
    void an_item_is_tied_to_others_only() {
        for (var itself : List.of(
                new ItemChange.Reparent(ITEM), new ItemChange.Tie(ITEM), new ItemChange.Link(LinkType.BLOCKS, ITEM)))
            Board.items()
                    .given(issueOpened())
                    .when(change(itself))
                    .expectNoEvents()
                    .expectExceptionDetails(ItemRefused.Reason.TIED_TO_ITSELF);
    }

    @Test
    void who_changes_what_somebody_changed_meanwhile_is_told() {
        given(new ItemRenamed(ITEM, "Tidy up", "Clean up"))
                .when(new ChangeItem(ITEM, List.of(new ItemChange.Rename(new Title("Sweep"))), 0L))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.STALE);
    }

    @Test
    void who_changes_another_side_than_somebody_meanwhile_succeeds() {
        given(new ItemRenamed(ITEM, "Tidy up", "Clean up"))
                .when(new ChangeItem(ITEM, List.of(new ItemChange.Assign(LIN)), 0L))
                .expectEvents(new ItemAssigned(ITEM, null, LIN));
    }

    @Test
    void who_saw_the_last_change_of_a_side_can_change_it() {
        given(new ItemRenamed(ITEM, "Tidy up", "Clean up"), new ItemAssigned(ITEM, null, LIN))
                .when(new ChangeItem(ITEM, List.of(new ItemChange.Rename(new Title("Sweep"))), 1L))
                .expectEvents(new ItemRenamed(ITEM, "Clean up", "Sweep"));
    }

    @Test
    void a_member_comments_on_an_item() {
        given().when(comment(), by(ADA)).expectEvents(commented()).expectResultMessagePayload(1L);
    }

    @Test
    void the_same_comment_is_made_once() {
        given(commented()).when(comment(), by(ADA)).expectNoEvents().expectResultMessagePayload(1L);
    }

    @Test
    void who_wrote_a_comment_can_edit_it() {
        items.given(taskOpened(), message(commented(), by(ADA)))
                .when(new EditComment(ITEM, REMARK, new CommentText("On second thought."), ADA, false))
                .expectEvents(new CommentEdited(ITEM, REMARK, "On second thought."));
    }

    @Test
    void nobody_else_can_edit_a_comment() {
        items.given(taskOpened(), message(commented(), by(ADA)))
                .when(new EditComment(ITEM, REMARK, new CommentText("Nonsense."), LIN, false))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.NOT_YOUR_COMMENT);
    }

    @Test
    void nobody_else_can_remove_a_comment() {
        items.given(taskOpened(), message(commented(), by(ADA)))
                .when(new RemoveComment(ITEM, REMARK, LIN, false))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.NOT_YOUR_COMMENT);
    }

    @Test
    void an_administrator_can_remove_any_comment() {
        items.given(taskOpened(), message(commented(), by(ADA)))
                .when(new RemoveComment(ITEM, REMARK, LIN, true))
                .expectEvents(new CommentRemoved(ITEM, REMARK));
    }

    @Test
    void a_removed_comment_is_gone() {
        given(commented(), new CommentRemoved(ITEM, REMARK))
                .when(new EditComment(ITEM, REMARK, new CommentText("Still here?"), ADA, true))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.NO_SUCH_COMMENT);
    }

    @Test
    void an_item_can_be_deleted() {
        given().when(new DeleteItem(ITEM, null)).expectEvents(new ItemDeleted(ITEM));
    }

    @Test
    void an_item_that_changed_meanwhile_is_not_deleted() {
        given(commented())
                .when(new DeleteItem(ITEM, 0L))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.STALE);
    }

    @Test
    void a_deleted_item_refuses_everything_but_its_restoration() {
        for (var ask : List.of(
                change(new ItemChange.Assign(LIN)),
                comment(),
                new EditComment(ITEM, REMARK, new CommentText("Hm."), ADA, true),
                new RemoveComment(ITEM, REMARK, ADA, true),
                new DeleteItem(ITEM, null)))
            Board.items()
                    .given(taskOpened(), commented(), new ItemDeleted(ITEM))
                    .when(ask)
                    .expectNoEvents()
                    .expectExceptionDetails(ItemRefused.Reason.DELETED);
    }

    @Test
    void a_deleted_item_can_be_restored() {
        given(new ItemDeleted(ITEM)).when(new RestoreItem(ITEM)).expectEvents(new ItemRestored(ITEM));
    }

    @Test
    void restoring_an_item_that_is_there_changes_nothing() {
        given().when(new RestoreItem(ITEM)).expectNoEvents();
    }

    private TestExecutor<WorkItem> given(ItemEvent... happened) {
        return items.given(taskOpened()).andGiven((Object[]) happened);
    }

    private static ChangeItem change(ItemChange... changes) {
        return new ChangeItem(ITEM, List.of(changes), null);
    }

    private static Comment comment() {
        return new Comment(ITEM, REMARK, new CommentText("Are you sure?"));
    }

    private static Commented commented() {
        return new Commented(ITEM, REMARK, "Are you sure?");
    }
}
