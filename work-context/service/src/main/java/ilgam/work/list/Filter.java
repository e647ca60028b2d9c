package ilgam.work.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ilgam.member.replica.Today;
import ilgam.work.language.Category;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;

/**
 * The items that a list shows. An empty list of values is no condition; several values mean any of them.
 *
 * @param projects keys
 * @param teams ids: assigned to a member of one of them at that instant
 * @param parents ids of items that these are part of
 * @param nothing true when no item can match, such as children of an unknown item
 * @param statuses names or ids; {@code none} is an imported item without one
 * @param due any of these ranges
 * @param cycle the range of a work cycle
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
        Points points,
        List<String> labels,
        List<Due> due,
        @Nullable Due cycle,
        @Nullable String text,
        boolean deleted,
        Sort sort,
        @Nullable Instant at) {

    /** The same filter for one kind only. */
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
                points,
                labels,
                due,
                cycle,
                text,
                deleted,
                sort,
                at);
    }

    /** Some members, or unassigned. */
    public record People(List<UUID> members, boolean none) {

        /** Any assignee or none. */
        public static final People ALL = new People(List.of(), false);

        boolean restricts() {
            return none || !members.isEmpty();
        }
    }

    /** Story points, or the lack of them. */
    public record Points(List<BigDecimal> amounts, boolean none) {

        /** Any or none. */
        public static final Points ALL = new Points(List.of(), false);
    }

    /**
     * Due within these days, both included; with neither: without a due date.
     *
     * @param from null: no lower bound
     * @param to null: no upper bound
     * @param openOnly only items that are neither done nor dropped
     * @param elsewhere members whose day differs, with the days that apply to them
     */
    public record Due(@Nullable LocalDate from, @Nullable LocalDate to, boolean openOnly, List<Elsewhere> elsewhere) {

        /** Without a due date. */
        public static final Due NEVER = new Due(null, null, false);

        /** The same days for all assignees. */
        public Due(@Nullable LocalDate from, @Nullable LocalDate to, boolean openOnly) {
            this(from, to, openOnly, List.of());
        }

        /** Days relative to today, which differs between members. */
        public static Due from(Today today, Function<LocalDate, Due> days) {
            var here = days.apply(today.day());
            var elsewhere = today.elsewhere().entrySet().stream()
                    .map(there -> {
                        var due = days.apply(there.getKey());
                        return new Elsewhere(there.getValue(), due.from, due.to);
                    })
                    .toList();
            return new Due(here.from, here.to, here.openOnly, elsewhere);
        }
    }

    /** The days that apply to items assigned to these members. */
    public record Elsewhere(
            List<UUID> assignees,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
