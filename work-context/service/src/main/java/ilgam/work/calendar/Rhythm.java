package ilgam.work.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * How long a member's cycles are and when one of them starts, from a day on.
 *
 * @param timeZone where its days start; null where that is not known
 */
public record Rhythm(
        LocalDate effectiveFrom,
        LocalDate startsOn,
        int lengthDays,
        @Nullable String timeZone) {

    /** Until members set one of their own, everybody's is two weeks from a Monday. */
    static final Rhythm USUAL = new Rhythm(LocalDate.MIN, LocalDate.of(2024, 1, 1), 14, null);

    LocalDate today(Instant now, ZoneId otherwise) {
        return LocalDate.ofInstant(now, timeZone == null ? otherwise : ZoneId.of(timeZone));
    }

    WorkCycle cycle(LocalDate day) {
        var start = startsOn.plusDays(
                Math.floorDiv(ChronoUnit.DAYS.between(startsOn, day), (long) lengthDays) * lengthDays);
        return new WorkCycle(start, start.plusDays(lengthDays - 1L));
    }
}
