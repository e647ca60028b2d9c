package ilgam.member.calendar;

import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;

/** Everything members can ask of their own calendar. Each answers with the calendar's version after it. */
public sealed interface CalendarCommand {

    CalendarId calendar();

    MemberId member();

    /**
     * This is the work cycle from a date on.
     *
     * @param today where the member was and where they will be, the later of both: what is over stays
     * @param ifVersion what the member saw: a work cycle that was set since then is not overwritten
     */
    record SetWorkCycle(
            @TargetAggregateIdentifier CalendarId calendar,
            MemberId member,
            LocalDate effectiveFrom,
            WorkCycle workCycle,
            LocalDate today,
            @Nullable Long ifVersion)
            implements CalendarCommand {}

    /**
     * The work cycle that is to take effect on a later date does not after all.
     *
     * @param today where the member is and where they were to be, the later of both: what has begun stays
     * @param ifVersion what the member saw: a work cycle that was set since then is not cancelled
     */
    record CancelWorkCycle(
            @TargetAggregateIdentifier CalendarId calendar,
            MemberId member,
            LocalDate effectiveFrom,
            LocalDate today,
            @Nullable Long ifVersion)
            implements CalendarCommand {}

    /**
     * Asked again with the same id, the leave that was taken is left as it is.
     *
     * @param today where the member is
     * @param ifVersion what the member saw: no leave was taken or cancelled since then
     */
    record TakeLeave(
            @TargetAggregateIdentifier CalendarId calendar,
            MemberId member,
            UUID leave,
            Leave days,
            LocalDate today,
            @Nullable Long ifVersion)
            implements CalendarCommand {}

    /**
     * The member works on these days after all; when the leave has begun, from today on.
     *
     * @param today where the member is
     * @param ifVersion what the member saw: leave that was taken since then is not cancelled
     */
    record CancelLeave(
            @TargetAggregateIdentifier CalendarId calendar,
            MemberId member,
            UUID leave,
            LocalDate today,
            @Nullable Long ifVersion)
            implements CalendarCommand {}
}
