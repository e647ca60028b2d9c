package ilgam.member.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's rules in the order in which they hold, and the work cycles that follow from them. Cycles lie end to
 * end: a rule that takes effect in the middle of a cycle cuts it short and begins one, unless it goes on with the
 * same cycles (only the hours or the time zone were changed).
 */
public record CycleRules(List<CycleRule> inOrder) {

    public CycleRules {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * Where the member's days start: by the last rule that has begun there. That is {@code otherwise} as long as none
     * has, and when it is not known.
     */
    public ZoneId zone(Instant now, ZoneId otherwise) {
        return inOrder.reversed().stream()
                .filter(rule -> !rule.effectiveFrom().isAfter(rule.today(now, otherwise)))
                .findFirst()
                .map(rule -> rule.zone(otherwise))
                .orElse(otherwise);
    }

    /** The day that it is where the member's cycles are at home. */
    public LocalDate today(Instant now, ZoneId otherwise) {
        return LocalDate.ofInstant(now, zone(now, otherwise));
    }

    /** The cycle that a day is in. */
    public CyclePeriod on(LocalDate day) {
        var newPeriods = newPeriods();
        int holding = newPeriods.size() - 1;
        while (newPeriods.get(holding).effectiveFrom().isAfter(day)) holding--;
        var rule = newPeriods.get(holding);
        var whole = rule.cycle(day);
        var end = holding + 1 < newPeriods.size()
                ? earlier(
                        whole.to(), newPeriods.get(holding + 1).effectiveFrom().minusDays(1))
                : whole.to();
        return new CyclePeriod(later(whole.from(), rule.effectiveFrom()), end);
    }

    public CyclePeriod cycle(CyclePeriod.Which which, LocalDate today) {
        var present = on(today);
        return switch (which) {
            case LAST -> before(present);
            case THIS -> present;
            case NEXT -> after(present);
        };
    }

    /** The one that ends where a cycle begins. */
    public CyclePeriod before(CyclePeriod cycle) {
        return on(cycle.from().minusDays(1));
    }

    /** The one that begins where a cycle ends. */
    public CyclePeriod after(CyclePeriod cycle) {
        return on(cycle.to().plusDays(1));
    }

    /** The usual one and those that lay the cycles anew. */
    private List<CycleRule> newPeriods() {
        var newPeriods = new ArrayList<>(List.of(CycleRule.USUAL));
        for (var rule : inOrder) if (!rule.hasSamePeriodsAs(newPeriods.getLast())) newPeriods.add(rule);
        return newPeriods;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
