package ilgam.work.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.work.language.Category;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;

/**
 * Which items a list shows. An empty list of values asks nothing; several values mean any of them.
 *
 * @param projects keys
 * @param teams ids: assigned to somebody who belongs to one of them at that instant
 * @param parents ids of items that these are part of
 * @param nothing what is asked for can't be, such as parts of an item that is not there
 * @param statuses names or ids; {@code none} is an imported item's lack of one
 * @param due any of these spans
 * @param cycle the span of a work cycle
 * @param text every word of it must be found
 * @param deleted only deleted items instead of only the others
 * @param at null: now
 */
public record Filter(
        List<String> projects,
        Set<Kind> kinds,
        People assignees,
        People reporters,
        List<UUID> teams,
        List<UUID> parents,
        boolean nothing,
        List<String> statuses,
        Set<Category> categories,
        Set<Priority> priorities,
        List<String> labels,
        List<Due> due,
        @Nullable Due cycle,
        @Nullable String text,
        boolean deleted,
        Sort sort,
        @Nullable Instant at) {

    /** The same, of one kind only. */
    public Filter only(Kind kind) {
        return new Filter(
                projects,
                Set.of(kind),
                assignees,
                reporters,
                teams,
                parents,
                nothing || (!kinds.isEmpty() && !kinds.contains(kind)),
                statuses,
                categories,
                priorities,
                labels,
                due,
                cycle,
                text,
                deleted,
                sort,
                at);
    }

    /** Members, or nobody. */
    public record People(List<UUID> members, boolean none) {

        /** Anybody or nobody. */
        public static final People ALL = new People(List.of(), false);

        boolean restricts() {
            return none || !members.isEmpty();
        }
    }

    /**
     * Due within these days, both included; without either: not due at all.
     *
     * @param from null: however early
     * @param to null: however late
     * @param openOnly only items that are neither done nor dropped
     */
    public record Due(@Nullable LocalDate from, @Nullable LocalDate to, boolean openOnly) {

        /** Without a due date. */
        public static final Due NEVER = new Due(null, null, false);
    }
}
