package ilgam.member.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's rules in the order in which they apply, and the work cycles that follow from them. Cycles are contiguous:
 * a rule that takes effect in the middle of a cycle cuts it short and begins a new one, unless it keeps the same cycles
 * (only the hours or the time zone changed).
 */
public record CycleRules(List<CycleRule> inOrder) {

    public CycleRules {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * The member's time zone: that of the last rule that has begun in its own zone; {@code fallback} when no rule has
     * begun or the zone is unknown.
     */
    public ZoneId zone(Instant now, ZoneId fallback) {
        return inOrder.reversed().stream()
                .filter(rule -> !rule.effectiveFrom().isAfter(rule.today(now, fallback)))
                .findFirst()
                .map(rule -> rule.zone(fallback))
                .orElse(fallback);
    }

    /** Today in the member's time zone. */
    public LocalDate today(Instant now, ZoneId fallback) {
        return LocalDate.ofInstant(now, zone(now, fallback));
    }

    /** The cycle that contains a day. */
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

    /** The cycle that ends on the day before the given one begins. */
    public CyclePeriod before(CyclePeriod cycle) {
        return on(cycle.from().minusDays(1));
    }

    /** The cycle that begins on the day after the given one ends. */
    public CyclePeriod after(CyclePeriod cycle) {
        return on(cycle.to().plusDays(1));
    }

    /** The default rule and those that change the boundaries of cycles. */
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
