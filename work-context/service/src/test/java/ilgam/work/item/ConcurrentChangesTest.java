package ilgam.work.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import ilgam.work.item.ItemCommand.ChangeItem;
import ilgam.work.item.ItemCommand.DeleteItem;
import ilgam.work.language.ItemEvent;
import ilgam.work.language.ItemEvent.CommentRemoved;
import ilgam.work.language.ItemEvent.Commented;
import ilgam.work.language.ItemEvent.ForeignFieldNoted;
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
import static ilgam.work.item.Board.issueOpened;

/** Two members change an item at the same time: they are in each other's way in the same field only. */
class ConcurrentChangesTest {

    private static final ItemId THIRD = new ItemId(UUID.nameUUIDFromBytes(new byte[] {9}));
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    /** A change of a member who saw the item as it was opened, and what happened to the same field meanwhile. */
    record Clash(String field, ItemChange mine, ItemEvent theirs) {}

    static final List<Clash> CLASHES = List.of(
            new Clash("kind", new ItemChange.Reclassify(Kind.TASK), new ItemReclassified(ITEM, Kind.TASK, Kind.ISSUE)),
            new Clash("title", new ItemChange.Rename(new Title("Mop")), new ItemRenamed(ITEM, "Tidy up", "Sweep")),
            new Clash(
                    "description",
                    new ItemChange.Describe(new Description("Mine.")),
                    new ItemDescribed(ITEM, "Theirs.")),
            new Clash("status", new ItemChange.Move("done", OPEN), new ItemMoved(ITEM, "to-do", "in-progress")),
            new Clash("assignee", new ItemChange.Assign(null), new ItemAssigned(ITEM, null, LIN)),
            new Clash(
                    "start", new ItemChange.ScheduleStart(new Day(MONDAY)), new ItemStartScheduled(ITEM, null, FRIDAY)),
            new Clash("due", new ItemChange.ScheduleDue(null), new ItemDueScheduled(ITEM, null, FRIDAY)),
            new Clash("estimate", new ItemChange.Estimate(null), new ItemEstimated(ITEM, null, BigDecimal.TWO)),
            new Clash("points", new ItemChange.Size(null), new ItemSized(ITEM, null, BigDecimal.TEN)),
            new Clash(
                    "priority",
                    new ItemChange.Prioritise(Priority.LOW),
                    new ItemPrioritised(ITEM, Priority.NONE, Priority.HIGH)),
            new Clash(
                    "severity",
                    new ItemChange.RateSeverity(null),
                    new ItemSeverityRated(ITEM, Severity.MAJOR, Severity.TRIVIAL)),
            new Clash(
                    "resolution",
                    new ItemChange.Resolve(new Resolution("Fixed")),
                    new ItemResolved(ITEM, null, "Duplicate")),
            new Clash("labels", new ItemChange.Label(new LabelName("a")), new ItemLabelled(ITEM, "b")),
            new Clash("labels", new ItemChange.Unlabel(new LabelName("a")), new ItemUnlabelled(ITEM, "b")),
            new Clash("labels", new ItemChange.Relabel(Set.of(new LabelName("a"))), new ItemLabelled(ITEM, "a")),
            new Clash("parent", new ItemChange.Reparent(OTHER), new ItemReparented(ITEM, null, THIRD)),
            new Clash("task", new ItemChange.Tie(OTHER), new ItemTied(ITEM, null, THIRD)),
            new Clash(
                    "links",
                    new ItemChange.Link(LinkType.BLOCKS, OTHER),
                    new ItemLinked(ITEM, LinkType.RELATES_TO, THIRD)),
            new Clash(
                    "links",
                    new ItemChange.Unlink(LinkType.BLOCKS, OTHER),
                    new ItemUnlinked(ITEM, LinkType.BLOCKS, THIRD)));

    @ParameterizedTest
    @FieldSource("CLASHES")
    void a_field_that_another_changed_meanwhile_is_not_overwritten_unseen(Clash clash) {
        given(clash.theirs())
                .when(seenAt(0L, clash.mine()))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.STALE);
    }

    @ParameterizedTest
    @FieldSource("CLASHES")
    void a_field_is_changed_by_a_member_who_saw_its_last_change_or_does_not_care(Clash clash) {
        given(clash.theirs()).when(seenAt(1L, clash.mine())).expectSuccessfulHandlerExecution();
        given(clash.theirs())
                .when(new ChangeItem(ITEM, List.of(clash.mine()), null))
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @FieldSource("CLASHES")
    void no_other_field_is_in_the_way(Clash clash) {
        for (var other : CLASHES)
            if (!other.field().equals(clash.field()))
                given(other.theirs()).when(seenAt(0L, clash.mine())).expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @FieldSource("CLASHES")
    void no_comment_note_or_restoration_is_in_the_way(Clash clash) {
        given(
                        new Commented(ITEM, REMARK, "Are you sure?"),
                        new CommentRemoved(ITEM, REMARK),
                        new ForeignFieldNoted(ITEM, "colour", null, "red"),
                        new ItemDeleted(ITEM),
                        new ItemRestored(ITEM))
                .when(seenAt(0L, clash.mine()))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void one_field_that_is_out_of_date_keeps_all_changes_back() {
        given(new ItemRenamed(ITEM, "Tidy up", "Sweep"))
                .when(seenAt(0L, new ItemChange.Assign(ADA), new ItemChange.Rename(new Title("Mop"))))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.STALE);
    }

    @Test
    void a_title_that_already_is_as_wanted_was_still_changed_by_another() {
        given(new ItemRenamed(ITEM, "Tidy up", "Mop"))
                .when(seenAt(0L, new ItemChange.Rename(new Title("Mop"))))
                .expectExceptionDetails(ItemRefused.Reason.STALE);
    }

    @Test
    void nobody_saw_a_version_that_is_still_to_come() {
        given().when(seenAt(1L, new ItemChange.Assign(ADA)))
                .expectNoEvents()
                .expectExceptionDetails(ItemRefused.Reason.STALE);
        given().when(new DeleteItem(ITEM, 1L)).expectNoEvents().expectExceptionDetails(ItemRefused.Reason.STALE);
    }

    @Test
    void an_item_is_deleted_by_a_member_who_saw_its_last_version() {
        given(new ItemRenamed(ITEM, "Tidy up", "Sweep"))
                .when(new DeleteItem(ITEM, 1L))
                .expectEvents(new ItemDeleted(ITEM))
                .expectResultMessagePayload(2L);
    }

    private static TestExecutor<WorkItem> given(ItemEvent... meanwhile) {
        return Board.items()
                .given(Stream.concat(Stream.of(issueOpened()), Stream.of(meanwhile))
                        .toList());
    }

    private static ChangeItem seenAt(long version, ItemChange... changes) {
        return new ChangeItem(ITEM, List.of(changes), version);
    }
}
