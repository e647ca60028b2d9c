package ilgam.member.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * How long a member's work cycles are and when one of them starts, from a given day on.
 *
 * @param effectiveFrom the first day the rule applies
 * @param startsOn a day on which a cycle starts; the others follow every {@code lengthDays}
 * @param timeZone where the member's days start, an IANA name; null when unknown
 */
public record CycleRule(
        LocalDate effectiveFrom,
        LocalDate startsOn,
        int lengthDays,
        @Nullable String timeZone) {

    /** The default until a member sets a rule: two weeks, starting on a Monday. */
    public static final CycleRule USUAL = new CycleRule(LocalDate.MIN, LocalDate.of(2024, 1, 1), 14, null);

    /** Today in the rule's time zone, or in {@code fallback} when it has none. */
    LocalDate today(Instant now, ZoneId fallback) {
        return LocalDate.ofInstant(now, zone(fallback));
    }

    /** The rule's time zone, or {@code fallback} when it has none. */
    ZoneId zone(ZoneId fallback) {
        return timeZone == null ? fallback : ZoneId.of(timeZone);
    }

    /** The whole cycle that contains a day, as if this rule had always applied. */
    public CyclePeriod cycle(LocalDate day) {
        var start = day.minusDays(Math.floorMod(ChronoUnit.DAYS.between(startsOn, day), lengthDays));
        return new CyclePeriod(start, start.plusDays(lengthDays - 1L));
    }

    boolean hasSamePeriodsAs(CycleRule other) {
        return lengthDays == other.lengthDays && cycle(startsOn).equals(other.cycle(startsOn));
    }
}
