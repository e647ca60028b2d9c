package ilgam.member.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's cadences in the order in which they hold, and the work cycles that follow from them. Cycles lie end to
 * end: a cadence that takes effect in the middle of a cycle cuts it short and begins one, unless it goes on with the
 * same cycles (only the hours or the time zone were changed).
 */
public record Cadences(List<Cadence> inOrder) {

    public Cadences {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * Where the member's days start: by the last cadence that has begun there. That is {@code otherwise} as long as none
     * has, and when it is not known.
     */
    public ZoneId zone(Instant now, ZoneId otherwise) {
        return inOrder.reversed().stream()
                .filter(cadence -> !cadence.effectiveFrom().isAfter(cadence.today(now, otherwise)))
                .findFirst()
                .map(cadence -> cadence.zone(otherwise))
                .orElse(otherwise);
    }

    /** The day that it is where the member's cycles are at home. */
    public LocalDate today(Instant now, ZoneId otherwise) {
        return LocalDate.ofInstant(now, zone(now, otherwise));
    }

    /** The cycle that a day is in. */
    public CyclePeriod on(LocalDate day) {
        var beats = beats();
        int holding = beats.size() - 1;
        while (beats.get(holding).effectiveFrom().isAfter(day)) holding--;
        var beat = beats.get(holding);
        var whole = beat.cycle(day);
        var end = holding + 1 < beats.size()
                ? earlier(whole.to(), beats.get(holding + 1).effectiveFrom().minusDays(1))
                : whole.to();
        return new CyclePeriod(later(whole.from(), beat.effectiveFrom()), end);
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
    private List<Cadence> beats() {
        var beats = new ArrayList<>(List.of(Cadence.USUAL));
        for (var cadence : inOrder) if (!cadence.beatsLike(beats.getLast())) beats.add(cadence);
        return beats;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
