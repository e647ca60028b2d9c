package ilgam.member.time.calendar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import ilgam.member.language.MemberId;
import ilgam.member.language.WorkCalendarEvent.LeaveCancelled;
import ilgam.member.language.WorkCalendarEvent.LeaveTaken;
import ilgam.member.language.WorkCalendarEvent.Part;
import ilgam.member.language.WorkCalendarEvent.WorkCycleCancelled;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.member.time.calendar.CalendarCommand.CancelLeave;
import ilgam.member.time.calendar.CalendarCommand.CancelWorkCycle;
import ilgam.member.time.calendar.CalendarCommand.SetWorkCycle;
import ilgam.member.time.calendar.CalendarCommand.TakeLeave;
import ilgam.starter.refusal.Told;
import ilgam.starter.snapshots.AnySnapshot;
import ilgam.starter.snapshots.AnySnapshot.Past;

import static ilgam.member.time.calendar.CalendarRefused.Reason.CYCLE_HAS_BEGUN;
import static ilgam.member.time.calendar.CalendarRefused.Reason.DAY_IS_OVER;
import static ilgam.member.time.calendar.CalendarRefused.Reason.DAY_TOO_FAR;
import static ilgam.member.time.calendar.CalendarRefused.Reason.LEAVE_IS_OVER;
import static ilgam.member.time.calendar.CalendarRefused.Reason.LEAVE_LONG_AGO;
import static ilgam.member.time.calendar.CalendarRefused.Reason.LEAVE_OVERLAPS;
import static ilgam.member.time.calendar.CalendarRefused.Reason.STALE;

class WorkCalendarTest {

    private static final MemberId ADA = new MemberId(UUID.fromString("0199aaaa-0000-7000-8000-000000000001"));
    private static final UUID LEAVE = UUID.fromString("0199aaaa-0000-7000-8000-0000000000aa");
    private static final UUID OTHER = UUID.fromString("0199aaaa-0000-7000-8000-0000000000bb");
    private static final WorkCycle WEEKLY =
            new WorkCycle(day(1), 7, WorkCycle.usual("UTC").workingDays(), BigDecimal.valueOf(7.5), "Asia/Seoul");

    private final FixtureConfiguration<WorkCalendar> calendar = new AggregateTestFixture<>(WorkCalendar.class);

    @Test
    void a_member_sets_their_work_cycle_from_a_date_on() {
        calendar.givenNoPriorActivity().when(set(1, WEEKLY)).expectEvents(wasSet(1, WEEKLY));
    }

    @Test
    void another_work_cycle_takes_effect_from_another_date() {
        calendar.given(wasSet(1, WEEKLY))
                .when(set(10, WorkCycle.usual("UTC")))
                .expectEvents(wasSet(10, WorkCycle.usual("UTC")));
    }

    @Test
    void setting_the_work_cycle_of_that_date_changes_nothing() {
        calendar.given(wasSet(1, WEEKLY))
                .when(set(10, WEEKLY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_cancelled_future_work_cycle_lets_the_previous_one_go_on() {
        calendar.given(wasSet(1, WEEKLY), wasSet(10, WorkCycle.usual("UTC")))
                .when(cancelWorkCycle(10, 9))
                .expectEvents(new WorkCycleCancelled(ADA, day(10)));
        calendar.given(wasSet(1, WEEKLY), wasSet(10, WorkCycle.usual("UTC")), new WorkCycleCancelled(ADA, day(10)))
                .when(set(12, WEEKLY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_work_cycle_that_has_begun_stays() {
        calendar.given(wasSet(10, WEEKLY))
                .when(cancelWorkCycle(10, 10))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(CYCLE_HAS_BEGUN);
    }

    @Test
    void cancelling_an_unknown_work_cycle_changes_nothing() {
        calendar.given(wasSet(1, WEEKLY), wasSet(10, WorkCycle.usual("UTC")), new WorkCycleCancelled(ADA, day(10)))
                .when(cancelWorkCycle(10, 9))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_stale_cancellation_of_a_work_cycle_is_refused() {
        calendar.given(wasSet(1, WEEKLY), wasSet(10, WorkCycle.usual("UTC")))
                .when(new CancelWorkCycle(CalendarId.of(ADA), ADA, day(10), day(1), 0L))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void leave_is_taken() {
        calendar.givenNoPriorActivity().when(take(LEAVE, 5, 9, Part.DAY)).expectEvents(taken(LEAVE, 5, 9, Part.DAY));
    }

    @Test
    void taking_the_same_leave_again_changes_nothing() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY))
                .when(take(LEAVE, 5, 9, Part.DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void leave_cannot_overlap_on_a_day() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY))
                .when(take(OTHER, 9, 12, Part.MORNING))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(LEAVE_OVERLAPS);
    }

    @Test
    void a_morning_and_an_afternoon_do_not_overlap() {
        calendar.given(taken(LEAVE, 5, 5, Part.MORNING))
                .when(take(OTHER, 5, 5, Part.AFTERNOON))
                .expectEvents(taken(OTHER, 5, 5, Part.AFTERNOON));
    }

    @Test
    void leave_cannot_overlap_on_a_morning() {
        calendar.given(taken(LEAVE, 5, 5, Part.MORNING))
                .when(take(OTHER, 5, 5, Part.MORNING))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(LEAVE_OVERLAPS);
    }

    @Test
    void leave_can_begin_when_another_leave_is_over() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY))
                .when(take(OTHER, 10, 12, Part.DAY))
                .expectEvents(taken(OTHER, 10, 12, Part.DAY));
    }

    @Test
    void leave_that_has_not_begun_is_cancelled_whole() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY)).when(cancel(5)).expectEvents(cancelled(LEAVE, null));
    }

    @Test
    void leave_that_has_begun_ends_today_and_its_days_before_stay() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY)).when(cancel(6)).expectEvents(cancelled(LEAVE, day(6)));
        calendar.given(taken(LEAVE, 5, 9, Part.DAY)).when(cancel(9)).expectEvents(cancelled(LEAVE, day(9)));
    }

    @Test
    void days_after_leave_that_was_ended_can_be_taken_again() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY), cancelled(LEAVE, day(7)))
                .when(take(OTHER, 7, 9, Part.DAY))
                .expectEvents(taken(OTHER, 7, 9, Part.DAY));
    }

    @Test
    void days_before_leave_was_ended_are_still_leave() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY), cancelled(LEAVE, day(7)))
                .when(take(OTHER, 6, 6, Part.DAY))
                .expectNoEvents()
                .expectExceptionDetails(LEAVE_OVERLAPS);
    }

    @Test
    void ending_leave_twice_does_not_take_its_first_days_away() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY), cancelled(LEAVE, day(7)))
                .when(cancel(7))
                .expectNoEvents()
                .expectExceptionDetails(LEAVE_IS_OVER);
    }

    @Test
    void cancelled_days_can_be_taken_again() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY), cancelled(LEAVE, null))
                .when(take(OTHER, 5, 9, Part.DAY))
                .expectEvents(taken(OTHER, 5, 9, Part.DAY));
    }

    @Test
    void past_leave_can_be_withdrawn_up_to_31_days_back() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY))
                .when(cancelOn(day(5).plusDays(31)))
                .expectEvents(cancelled(LEAVE, null));
    }

    @Test
    void older_leave_stays() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY))
                .when(cancelOn(day(5).plusDays(32)))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(new Told(LEAVE_IS_OVER, Map.of("days", 31)));
    }

    @Test
    void long_leave_ends_today_however_long_ago_it_began() {
        var today = day(5).plusDays(60);
        calendar.given(new LeaveTaken(ADA, LEAVE, day(5), day(5).plusDays(90), Part.DAY))
                .when(cancelOn(today))
                .expectEvents(cancelled(LEAVE, today));
    }

    @Test
    void sick_leave_can_be_entered_up_to_31_days_later() {
        calendar.givenNoPriorActivity()
                .when(takeOn(day(5).plusDays(31), day(5), day(6)))
                .expectEvents(taken(LEAVE, 5, 6, Part.DAY));
    }

    @Test
    void older_days_cannot_become_leave() {
        calendar.givenNoPriorActivity()
                .when(takeOn(day(5).plusDays(32), day(5), day(6)))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(new Told(LEAVE_LONG_AGO, Map.of("days", 31)));
    }

    @Test
    void leave_too_far_away_is_refused() {
        calendar.givenNoPriorActivity()
                .when(takeOn(day(5), LocalDate.MAX.minusDays(1), LocalDate.MAX))
                .expectNoEvents()
                .expectExceptionDetails(DAY_TOO_FAR);
    }

    @Test
    void a_work_cycle_does_not_change_past_days() {
        calendar.givenNoPriorActivity()
                .when(new SetWorkCycle(CalendarId.of(ADA), ADA, day(1), WEEKLY, day(2), null))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(DAY_IS_OVER);
    }

    @Test
    void a_work_cycle_too_far_away_is_refused() {
        var never = new WorkCycle(LocalDate.MAX, 7, WEEKLY.workingDays(), WEEKLY.hoursADay(), "UTC");
        calendar.givenNoPriorActivity().when(set(1, never)).expectNoEvents().expectExceptionDetails(DAY_TOO_FAR);
        calendar.givenNoPriorActivity()
                .when(new SetWorkCycle(CalendarId.of(ADA), ADA, LocalDate.MAX, WEEKLY, day(1), null))
                .expectNoEvents()
                .expectExceptionDetails(DAY_TOO_FAR);
    }

    @Test
    void cancelling_unknown_leave_changes_nothing() {
        calendar.given(wasSet(1, WEEKLY))
                .when(cancel(1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_stale_change_does_not_overwrite_the_latest_work_cycle() {
        calendar.given(wasSet(1, WEEKLY), wasSet(10, WorkCycle.usual("UTC")))
                .when(new SetWorkCycle(CalendarId.of(ADA), ADA, day(10), WEEKLY, day(1), 0L))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void leave_taken_meanwhile_does_not_conflict_with_a_work_cycle() {
        calendar.given(wasSet(1, WEEKLY), taken(LEAVE, 5, 9, Part.DAY))
                .when(new SetWorkCycle(CalendarId.of(ADA), ADA, day(10), WorkCycle.usual("UTC"), day(1), 0L))
                .expectEvents(wasSet(10, WorkCycle.usual("UTC")));
    }

    @Test
    void a_stale_request_after_new_leave_is_refused() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY))
                .when(takeHavingSeen(-1L))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void a_stale_request_after_a_cancellation_is_refused() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY), cancelled(LEAVE, null))
                .when(takeHavingSeen(0L))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void a_work_cycle_set_meanwhile_does_not_conflict_with_leave() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY), wasSet(1, WEEKLY))
                .when(takeHavingSeen(0L))
                .expectEvents(taken(OTHER, 20, 22, Part.DAY));
    }

    @Test
    void a_stale_cancellation_of_leave_is_refused() {
        calendar.given(wasSet(1, WEEKLY), taken(LEAVE, 5, 9, Part.DAY))
                .when(cancelHavingSeen(0L))
                .expectNoEvents()
                .expectException(CalendarRefused.class)
                .expectExceptionDetails(STALE);
    }

    @Test
    void other_leave_taken_meanwhile_does_not_conflict_with_a_cancellation() {
        calendar.given(taken(LEAVE, 5, 9, Part.DAY), taken(OTHER, 20, 22, Part.DAY))
                .when(cancelHavingSeen(0L))
                .expectEvents(cancelled(LEAVE, null));
    }

    @Test
    void a_calendar_is_the_same_from_a_snapshot_at_any_version() {
        var past = Stream.of(
                        wasSet(1, WEEKLY),
                        wasSet(10, WorkCycle.usual("UTC")),
                        taken(LEAVE, 2, 6, Part.DAY),
                        taken(OTHER, 8, 9, Part.MORNING),
                        new WorkCycleCancelled(ADA, day(10)),
                        cancelled(LEAVE, day(4)),
                        cancelled(OTHER, null))
                .map(event -> new Past(event, MetaData.emptyInstance()));
        AnySnapshot.isAsGoodAsEvents(WorkCalendar.class, WorkCalendar::new, past.toList());
    }

    private static TakeLeave takeHavingSeen(long seen) {
        return new TakeLeave(CalendarId.of(ADA), ADA, OTHER, Leave.typed(day(20), day(22), Part.DAY), day(1), seen);
    }

    private static CancelLeave cancelHavingSeen(long seen) {
        return new CancelLeave(CalendarId.of(ADA), ADA, LEAVE, day(1), seen);
    }

    private static SetWorkCycle set(int from, WorkCycle workCycle) {
        return new SetWorkCycle(CalendarId.of(ADA), ADA, day(from), workCycle, day(1), null);
    }

    private static WorkCycleSet wasSet(int from, WorkCycle workCycle) {
        return new WorkCycleSet(
                ADA,
                day(from),
                workCycle.startsOn(),
                workCycle.lengthDays(),
                workCycle.workingDays(),
                workCycle.hoursADay(),
                workCycle.timeZone());
    }

    private static CancelWorkCycle cancelWorkCycle(int from, int today) {
        return new CancelWorkCycle(CalendarId.of(ADA), ADA, day(from), day(today), null);
    }

    private static TakeLeave take(UUID leave, int from, int to, Part part) {
        return new TakeLeave(CalendarId.of(ADA), ADA, leave, Leave.typed(day(from), day(to), part), day(1), null);
    }

    private static LeaveTaken taken(UUID leave, int from, int to, Part part) {
        return new LeaveTaken(ADA, leave, day(from), day(to), part);
    }

    private static CancelLeave cancel(int today) {
        return cancelOn(day(today));
    }

    private static CancelLeave cancelOn(LocalDate today) {
        return new CancelLeave(CalendarId.of(ADA), ADA, LEAVE, today, null);
    }

    private static TakeLeave takeOn(LocalDate today, LocalDate from, LocalDate to) {
        return new TakeLeave(CalendarId.of(ADA), ADA, LEAVE, Leave.typed(from, to, Part.DAY), today, null);
    }

    private static LeaveCancelled cancelled(UUID leave, @Nullable LocalDate from) {
        return new LeaveCancelled(ADA, leave, from);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 12, day);
    }
}
