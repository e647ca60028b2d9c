package ilgam.work.language;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;

/**
 * Everything that happens to a work item. Statuses are ids of the project's workflow, never names.
 *
 * <p>The first event of an item is always its opening. An imported event dated before the opening stays in the history
 * and takes effect at the opening.
 */
public sealed interface ItemEvent {

    ItemId item();

    /** A field of the item got another value; null for no value. */
    sealed interface FieldChanged extends ItemEvent {

        @Nullable
        Object from();

        @Nullable
        Object to();
    }

    /**
     * An item was created, with all its initial values.
     *
     * @param number forms the item's key together with the project's; never reused
     * @param sourceKey the key in the source of an import, if it differs from the item's key
     * @param status null for an imported item that had no status yet
     * @param parent the item this one is part of
     * @param sourceParent a parent in the source that is not part of the project
     * @param task for an issue: the task it is about
     * @param points story points, 0 to 1,000
     */
    record ItemOpened(
            ItemId item,
            ProjectId project,
            long number,
            @Nullable String sourceKey,
            Kind kind,
            String title,
            String description,
            @Nullable String status,
            @Nullable MemberId reporter,
            @Nullable MemberId assignee,
            Priority priority,
            @Nullable Severity severity,
            @Nullable String resolution,
            @Nullable LocalDate startOn,
            @Nullable LocalDate dueOn,
            @Nullable BigDecimal estimateHours,
            List<String> labels,
            @Nullable ItemId parent,
            @Nullable String sourceParent,
            @Nullable ItemId task,
            @Nullable BigDecimal points)
            implements ItemEvent {}

    record ItemRenamed(ItemId item, String from, String to) implements FieldChanged {}

    /** The previous description is in an earlier event, so that no text is stored twice. */
    record ItemDescribed(ItemId item, String to) implements ItemEvent {}

    record ItemReclassified(ItemId item, Kind from, Kind to) implements FieldChanged {}

    record ItemMoved(ItemId item, @Nullable String from, String to) implements FieldChanged {}

    record ItemAssigned(
            ItemId item, @Nullable MemberId from, @Nullable MemberId to) implements FieldChanged {}

    record ItemStartScheduled(
            ItemId item, @Nullable LocalDate from, @Nullable LocalDate to) implements FieldChanged {}

    record ItemDueScheduled(
            ItemId item, @Nullable LocalDate from, @Nullable LocalDate to) implements FieldChanged {}

    record ItemEstimated(
            ItemId item,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to) implements FieldChanged {}

    /** How large an item is compared with others, in story points, 0 to 1,000. */
    record ItemSized(
            ItemId item,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to) implements FieldChanged {}

    record ItemPrioritised(ItemId item, Priority from, Priority to) implements FieldChanged {}

    record ItemSeverityRated(
            ItemId item, @Nullable Severity from, @Nullable Severity to) implements FieldChanged {}

    /** Why an issue or task ended, in the company's words; null when it is open again. */
    record ItemResolved(
            ItemId item, @Nullable String from, @Nullable String to) implements FieldChanged {}

    record ItemLabelled(ItemId item, String label) implements ItemEvent {}

    record ItemUnlabelled(ItemId item, String label) implements ItemEvent {}

    record ItemReparented(
            ItemId item, @Nullable ItemId from, @Nullable ItemId to) implements FieldChanged {}

    /** An issue is about this task from now on; null for none. */
    record ItemTied(
            ItemId item, @Nullable ItemId from, @Nullable ItemId to) implements FieldChanged {}

    record ItemLinked(ItemId item, LinkType type, ItemId other) implements ItemEvent {}

    record ItemUnlinked(ItemId item, LinkType type, ItemId other) implements ItemEvent {}

    record Commented(ItemId item, CommentId comment, String text) implements ItemEvent {}

    record CommentEdited(ItemId item, CommentId comment, String text) implements ItemEvent {}

    record CommentRemoved(ItemId item, CommentId comment) implements ItemEvent {}

    record ItemDeleted(ItemId item) implements ItemEvent {}

    record ItemRestored(ItemId item) implements ItemEvent {}

    /** An import brought a field that has no counterpart here; its value is kept unchanged. */
    record ForeignFieldNoted(
            ItemId item,
            String field,
            @Nullable String from,
            @Nullable String to) implements ItemEvent {}
}
