package ilgam.work.mywork;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The stretch of days that a member plans by. Until members set one of their own, everybody's is two weeks from a
 * Monday, counted from 2024-01-01.
 */
public record WorkCycle(LocalDate start, LocalDate end) {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 14;

    /** The cycle that the day is in. */
    public static WorkCycle of(LocalDate day) {
        var start = FIRST.plusDays(Math.floorDiv(ChronoUnit.DAYS.between(FIRST, day), DAYS) * DAYS);
        return new WorkCycle(start, start.plusDays(DAYS - 1));
    }

    /** The cycle that many cycles later. */
    public WorkCycle plus(int cycles) {
        return of(start.plusDays((long) cycles * DAYS));
    }
}
