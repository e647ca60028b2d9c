package ilgam.member.language;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Everything that happens to a member's own calendar: their work cycle and their leave. */
public sealed interface WorkCalendarEvent {

    MemberId member();

    /**
     * The member's work cycle from a date on; before that date the one that was set before still holds.
     *
     * @param effectiveFrom the first day it holds
     * @param startsOn a day on which a cycle starts; the others follow every {@code lengthDays}
     * @param lengthDays of a cycle, weekends included
     * @param workingDays in the order of the week
     * @param hoursADay of work on a working day
     * @param timeZone where the member's days start, an IANA name
     */
    record WorkCycleSet(
            MemberId member,
            LocalDate effectiveFrom,
            LocalDate startsOn,
            int lengthDays,
            List<DayOfWeek> workingDays,
            BigDecimal hoursADay,
            String timeZone)
            implements WorkCalendarEvent {}

    /**
     * The work cycle that was to take effect on a date does not after all: the one before it goes on.
     *
     * @param effectiveFrom the date, which had not come yet
     */
    record WorkCycleCancelled(MemberId member, LocalDate effectiveFrom) implements WorkCalendarEvent {}

    /** The member does not work from the first to the last day, both included. Why is nobody's business. */
    record LeaveTaken(MemberId member, UUID leave, LocalDate from, LocalDate to, Part part)
            implements WorkCalendarEvent {}

    /**
     * The member works on these days after all.
     *
     * @param from the first of them; the days of the leave before it stay. All of its days, when there is none
     */
    record LeaveCancelled(
            MemberId member, UUID leave, @Nullable LocalDate from) implements WorkCalendarEvent {}

    /** How much of each day of a leave. */
    enum Part {
        DAY,
        MORNING,
        AFTERNOON;

        /** What a constant that only a later version knows is taken for: the whole day. */
        public static Part unknown() {
            return DAY;
        }
    }
}
