package ilgam.member.time.calendar;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.CycleRule;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;

/**
 * How a member works: the length of their cycles, their working days and their hours a day.
 *
 * @param startsOn a day on which a cycle starts; the others follow every {@code lengthDays}
 * @param workingDays in the order of the week
 * @param timeZone an IANA name
 */
public record WorkCycle(
        LocalDate startsOn, int lengthDays, List<DayOfWeek> workingDays, BigDecimal hoursADay, String timeZone) {

    private static final int LONGEST = 92;
    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);
    private static final BigDecimal A_DAY = BigDecimal.valueOf(24);
    private static final List<DayOfWeek> MONDAY_TO_FRIDAY =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    public WorkCycle {
        workingDays = List.copyOf(workingDays);
    }

    /** The default until a member sets a work cycle: two weeks, starting on a Monday. */
    public static WorkCycle usual(String timeZone) {
        return new WorkCycle(
                CycleRule.USUAL.startsOn(),
                CycleRule.USUAL.lengthDays(),
                MONDAY_TO_FRIDAY,
                BigDecimal.valueOf(8),
                timeZone);
    }

    public static int typedLength(@Nullable Integer days) {
        if (days == null || days < 1 || days > LONGEST)
            throw new Invalid(
                    FieldReason.CYCLE_LENGTH,
                    "A work cycle has {least} to {most} days.",
                    Map.of("least", 1, "most", LONGEST));
        return days;
    }

    public static List<DayOfWeek> typedDays(@Nullable Collection<? extends @Nullable DayOfWeek> days) {
        if (days == null || days.isEmpty() || days.stream().anyMatch(day -> day == null))
            throw new Invalid(FieldReason.WORKING_DAYS, "At least one working day is required, such as MONDAY.");
        return days.stream().map(DayOfWeek.class::cast).distinct().sorted().toList();
    }

    public static BigDecimal typedHours(@Nullable BigDecimal hours) {
        if (hours == null
                || hours.signum() <= 0
                || hours.compareTo(A_DAY) > 0
                || hours.multiply(QUARTERS).remainder(BigDecimal.ONE).signum() != 0)
            throw new Invalid(
                    FieldReason.HOURS_A_DAY,
                    "The hours of a day must be more than 0 and at most {most}, in quarters of an hour.",
                    Map.of("most", A_DAY));
        return tidy(hours);
    }

    public static BigDecimal tidy(BigDecimal hours) {
        var shortest = hours.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
