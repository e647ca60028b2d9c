package ilgam.member.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import ilgam.member.calendar.Cycle;
import ilgam.member.calendar.Rhythm;

/** A member's rhythms in the order in which they hold. Cycles lie end to end: a new rhythm cuts the last one short. */
public record Rhythms(Rhythm usual, List<Dated> inOrder) {

    /** A rhythm from a date on. */
    public record Dated(@Nullable LocalDate effectiveFrom, Rhythm rhythm) {

        boolean isLaterThan(LocalDate day) {
            return effectiveFrom != null && effectiveFrom.isAfter(day);
        }
    }

    public Rhythms {
        inOrder = List.copyOf(inOrder);
    }

    /** The rhythm that holds on a day. */
    public Dated on(LocalDate day) {
        return inOrder.stream()
                .filter(dated -> !dated.isLaterThan(day))
                .reduce((_, later) -> later)
                .orElseGet(() -> new Dated(null, usual));
    }

    /** The first one that takes effect later than a day. */
    public Optional<Dated> after(LocalDate day) {
        return inOrder.stream().filter(dated -> dated.isLaterThan(day)).findFirst();
    }

    public Cycle cycle(LocalDate day) {
        var holding = on(day);
        var whole = holding.rhythm().cycle(day);
        var next = after(day).map(Dated::effectiveFrom).map(from -> from.minusDays(1));
        var start = holding.effectiveFrom();
        return new Cycle(
                start != null && start.isAfter(whole.from()) ? start : whole.from(),
                next.filter(end -> end.isBefore(whole.to())).orElse(whole.to()));
    }
}
