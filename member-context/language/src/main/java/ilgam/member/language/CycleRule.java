package ilgam.member.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * How long a member's work cycles are and when one of them starts, from a day on.
 *
 * @param effectiveFrom the first day it holds
 * @param startsOn a day on which a cycle starts; the others follow every {@code lengthDays}
 * @param timeZone where its days start, an IANA name; null where that is not known
 */
public record CycleRule(
        LocalDate effectiveFrom,
        LocalDate startsOn,
        int lengthDays,
        @Nullable String timeZone) {

    /** Until members set one of their own, everybody's is two weeks from a Monday. */
    public static final CycleRule USUAL = new CycleRule(LocalDate.MIN, LocalDate.of(2024, 1, 1), 14, null);

    /** The day that it is where its days start; in {@code otherwise} when that is not known. */
    LocalDate today(Instant now, ZoneId otherwise) {
        return LocalDate.ofInstant(now, zone(otherwise));
    }

    /** Where its days start; {@code otherwise} when that is not known. */
    ZoneId zone(ZoneId otherwise) {
        return timeZone == null ? otherwise : ZoneId.of(timeZone);
    }

    /** The whole cycle that a day is in, as if this had always held. */
    public CyclePeriod cycle(LocalDate day) {
        var start = day.minusDays(Math.floorMod(ChronoUnit.DAYS.between(startsOn, day), lengthDays));
        return new CyclePeriod(start, start.plusDays(lengthDays - 1L));
    }

    boolean hasSamePeriodsAs(CycleRule other) {
        return lengthDays == other.lengthDays && cycle(startsOn).equals(other.cycle(startsOn));
    }
}
