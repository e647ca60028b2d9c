package ilgam.work.list;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ilgam.work.calendar.Today;
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
        Points points,
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
                points,
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

    /** Story points, or the lack of them. */
    public record Points(List<BigDecimal> amounts, boolean none) {

        /** Any or none. */
        public static final Points ALL = new Points(List.of(), false);
    }

    /**
     * Due within these days, both included; without either: not due at all.
     *
     * @param from null: however early
     * @param to null: however late
     * @param openOnly only items that are neither done nor dropped
     * @param elsewhere those for whom it is another day, with the days that count for them
     */
    public record Due(@Nullable LocalDate from, @Nullable LocalDate to, boolean openOnly, List<Elsewhere> elsewhere) {

        /** Without a due date. */
        public static final Due NEVER = new Due(null, null, false);

        /** The same days for whoever is assigned. */
        public Due(@Nullable LocalDate from, @Nullable LocalDate to, boolean openOnly) {
            this(from, to, openOnly, List.of());
        }

        /** Days that follow from today, which is not the same day for everybody. */
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

    /** Days that count for what is assigned to these members. */
    public record Elsewhere(
            List<UUID> assignees,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}
}
