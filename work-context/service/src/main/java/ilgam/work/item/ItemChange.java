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

/** Everything that can be changed of an item, one intention each. Null clears what it names. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface ItemChange {

    record Rename(Title to) implements ItemChange {}

    record Describe(Description to) implements ItemChange {}

    /** A task turns out to be an issue or the other way round; what only issues have is cleared. */
    record Reclassify(Kind to) implements ItemChange {}

    /**
     * Into another status. An item that leaves an ended status for one of the open ones is open again, and what it
     * was resolved as is cleared.
     *
     * @param to the status' id
     * @param open the ids of all statuses in which work is still to be done
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

    /** These labels and no others. */
    record Relabel(Set<LabelName> labels) implements ItemChange {}

    /** Part of this item from now on. That no item is its own ancestor is seen to by {@link ItemRelations}. */
    record Reparent(@Nullable ItemId to) implements ItemChange {}

    /** An issue is about this task. */
    record Tie(@Nullable ItemId to) implements ItemChange {}

    record Link(LinkType type, ItemId other) implements ItemChange {

        /** So many links can an item have. */
        static final int MOST = 1_000;
    }

    record Unlink(LinkType type, ItemId other) implements ItemChange {}
}
