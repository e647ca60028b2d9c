package ilgam.member.time.calendar;

import java.time.LocalDate;
import java.util.Map;

import ilgam.member.text.Days;

import static ilgam.member.time.calendar.CalendarRefused.Reason.CYCLE_HAS_BEGUN;
import static ilgam.member.time.calendar.CalendarRefused.Reason.DAY_IS_OVER;
import static ilgam.member.time.calendar.CalendarRefused.Reason.DAY_TOO_FAR;
import static ilgam.member.time.calendar.CalendarRefused.Reason.LEAVE_IS_OVER;
import static ilgam.member.time.calendar.CalendarRefused.Reason.LEAVE_LONG_AGO;

/** Which days a member may still plan or correct. */
final class DayRules {

    /** Members report sick leave afterwards and correct it. Figures of earlier days stay as they were. */
    private static final int DAYS_BACK = 31;

    private DayRules() {}

    static void mustNotBeOver(LocalDate day, LocalDate today) {
        if (day.isBefore(today))
            throw new CalendarRefused(DAY_IS_OVER, "The past stays as it was: choose today or a later day.");
    }

    static void mustNotHaveBegun(LocalDate effectiveFrom, LocalDate today) {
        if (!effectiveFrom.isAfter(today))
            throw new CalendarRefused(
                    CYCLE_HAS_BEGUN, "This work cycle has already taken effect: set another one instead.");
    }

    static void mustBeInReach(LocalDate day) {
        if (!Days.canBePlanned(day)) throw new CalendarRefused(DAY_TOO_FAR, "This date is too far away.");
    }

    static void mustBeRecent(Leave asked, LocalDate today) {
        if (isLongAgo(asked, today))
            throw new CalendarRefused(
                    LEAVE_LONG_AGO,
                    "Leave can be entered up to {days} days back. Earlier days stay as they were.",
                    Map.of("days", DAYS_BACK));
    }

    static void mustNotBeLongOver(Leave taken, LocalDate today) {
        if (taken.isOverOn(today) && isLongAgo(taken, today))
            throw new CalendarRefused(
                    LEAVE_IS_OVER,
                    "This leave is over and began more than {days} days ago, so it stays as it was.",
                    Map.of("days", DAYS_BACK));
    }

    private static boolean isLongAgo(Leave leave, LocalDate today) {
        return leave.from().isBefore(today.minusDays(DAYS_BACK));
    }
}
