package ilgam.member.time.calendar;

import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.MemberId;

/** Everything members can do with their own calendar. Each command returns the calendar's version after it. */
public sealed interface CalendarCommand {

    CalendarId calendar();

    MemberId member();

    /**
     * Sets the work cycle from a date on.
     *
     * @param today the later of today in the member's present and in their new zone, as past days do not change
     * @param ifVersion the version that the member saw; null skips the check. A later change of the work cycle is not
     * overwritten
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
     * Cancels a work cycle that takes effect on a later date.
     *
     * @param today the later of today in the member's present zone and in that of the cancelled cycle, as a cycle that
     * has begun stays
     * @param ifVersion the version that the member saw; null skips the check. A later change of the work cycle is not
     * cancelled
     */
    record CancelWorkCycle(
            @TargetAggregateIdentifier CalendarId calendar,
            MemberId member,
            LocalDate effectiveFrom,
            LocalDate today,
            @Nullable Long ifVersion)
            implements CalendarCommand {}

    /**
     * Takes leave. Repeated with the same id it changes nothing.
     *
     * @param today in the member's time zone
     * @param ifVersion the version that the member saw; null skips the check. Refused when leave was taken or cancelled
     * since then
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
     * Cancels leave; when it has begun, only from today on.
     *
     * @param today in the member's time zone
     * @param ifVersion the version that the member saw; null skips the check. Leave that was taken since then is not
     * cancelled
     */
    record CancelLeave(
            @TargetAggregateIdentifier CalendarId calendar,
            MemberId member,
            UUID leave,
            LocalDate today,
            @Nullable Long ifVersion)
            implements CalendarCommand {}
}
