package ilgam.member.calendar;

import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import ilgam.member.language.MemberId;

/** Everything members can ask of their own calendar. Each answers with the calendar's version after it. */
public sealed interface CalendarCommand {

    CalendarId calendar();

    MemberId member();

    /** This is the rhythm from a date on. */
    record SetWorkCycle(
            @TargetAggregateIdentifier CalendarId calendar, MemberId member, LocalDate effectiveFrom, Rhythm rhythm)
            implements CalendarCommand {}

    /** Asked again with the same id, the leave that was taken is left as it is. */
    record TakeLeave(@TargetAggregateIdentifier CalendarId calendar, MemberId member, UUID leave, Leave days)
            implements CalendarCommand {}

    /** @param today where the member is: what is over stays */
    record CancelLeave(@TargetAggregateIdentifier CalendarId calendar, MemberId member, UUID leave, LocalDate today)
            implements CalendarCommand {}
}
