package ilgam.work.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A member's rhythms in the order in which they hold. Cycles lie end to end: a new rhythm cuts the last one short. */
public record Rhythms(List<Rhythm> inOrder) {

    public Rhythms {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * The day that it is where the member's cycles are at home: where the last rhythm is that has begun there. In
     * {@code otherwise} when that is not known.
     */
    public LocalDate today(Instant now, ZoneId otherwise) {
        return inOrder.reversed().stream()
                .filter(rhythm -> !rhythm.effectiveFrom().isAfter(rhythm.today(now, otherwise)))
                .findFirst()
                .map(rhythm -> rhythm.today(now, otherwise))
                .orElseGet(() -> LocalDate.ofInstant(now, otherwise));
    }

    public WorkCycle on(LocalDate day) {
        int holding = inOrder.size() - 1;
        while (holding >= 0 && inOrder.get(holding).effectiveFrom().isAfter(day)) holding--;
        var rhythm = holding < 0 ? Rhythm.USUAL : inOrder.get(holding);
        var whole = rhythm.cycle(day);
        var end = holding + 1 < inOrder.size()
                ? earlier(whole.end(), inOrder.get(holding + 1).effectiveFrom().minusDays(1))
                : whole.end();
        return new WorkCycle(later(whole.start(), rhythm.effectiveFrom()), end);
    }

    public WorkCycle before(WorkCycle cycle) {
        return on(cycle.start().minusDays(1));
    }

    public WorkCycle after(WorkCycle cycle) {
        return on(cycle.end().plusDays(1));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
