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
     * The member's work cycle from a date on. Before that date the previous one still applies.
     *
     * @param effectiveFrom the first day it applies
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
     * A work cycle that was planned for a future date was cancelled; the one before it goes on.
     *
     * @param effectiveFrom the date on which it would have taken effect
     */
    record WorkCycleCancelled(MemberId member, LocalDate effectiveFrom) implements WorkCalendarEvent {}

    /** The member does not work from the first to the last day, both included. The reason is not recorded. */
    record LeaveTaken(MemberId member, UUID leave, LocalDate from, LocalDate to, Part part)
            implements WorkCalendarEvent {}

    /**
     * The member works on these days after all.
     *
     * @param from the first of these days; the days of the leave before it stay. Null cancels the whole leave
     */
    record LeaveCancelled(
            MemberId member, UUID leave, @Nullable LocalDate from) implements WorkCalendarEvent {}

    /** Which part of each day a leave covers. */
    enum Part {
        DAY,
        MORNING,
        AFTERNOON;

        /** The value used for a constant that only a later version knows: the whole day. */
        public static Part unknown() {
            return DAY;
        }
    }
}
