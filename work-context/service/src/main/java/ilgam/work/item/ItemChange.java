package ilgam.work.item;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.LinkType;
import ilgam.work.language.Priority;
import ilgam.work.language.Severity;

/** Everything that can be changed in an item, one intention each. Null clears the value. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface ItemChange {

    record Rename(Title to) implements ItemChange {}

    record Describe(Description to) implements ItemChange {}

    /** Turns a task into an issue or vice versa; fields that only issues have are cleared. */
    record Reclassify(Kind to) implements ItemChange {}

    /**
     * Moves the item to another status. When it leaves a closed status for an open one, its resolution is cleared.
     *
     * @param to the status' id
     * @param open the ids of all statuses that mean open work
     */
    record Move(String to, Set<String> open) implements ItemChange {}

    record Assign(@Nullable MemberId to) implements ItemChange {}

    record ScheduleStart(@Nullable Day to) implements ItemChange {}

    record ScheduleDue(@Nullable Day to) implements ItemChange {}

    record Estimate(@Nullable Hours to) implements ItemChange {}

    record Size(@Nullable Points to) implements ItemChange {}

    record Prioritise(Priority to) implements ItemChange {}

    record RateSeverity(@Nullable Severity to) implements ItemChange {}

    record Resolve(@Nullable Resolution to) implements ItemChange {}

    record Label(LabelName label) implements ItemChange {}

    record Unlabel(LabelName label) implements ItemChange {}

    /** Replaces the labels with these. */
    record Relabel(Set<LabelName> labels) implements ItemChange {}

    /** Sets the parent. {@link ItemRelations} ensures that no item is its own ancestor. */
    record Reparent(@Nullable ItemId to) implements ItemChange {}

    /** Sets the task that an issue is about. */
    record Tie(@Nullable ItemId to) implements ItemChange {}

    record Link(LinkType type, ItemId other) implements ItemChange {

        /** The most links of an item. */
        static final int MOST = 1_000;
    }

    record Unlink(LinkType type, ItemId other) implements ItemChange {}
}
