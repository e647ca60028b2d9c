package ilgam.member.time.holiday;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.language.HolidayEvent.HolidaysSet;
import ilgam.member.language.HolidayEvent.HolidaysWithdrawn;
import ilgam.member.time.holiday.HolidayCommand.DropHoliday;
import ilgam.member.time.holiday.HolidayCommand.NameHoliday;
import ilgam.member.time.holiday.HolidayCommand.SetHolidays;
import ilgam.member.time.holiday.HolidayCommand.WithdrawHolidays;
import ilgam.starter.snapshots.AnySnapshot;
import ilgam.starter.snapshots.AnySnapshot.Past;

import static ilgam.member.time.holiday.HolidayRefused.Reason.DAY_IS_OVER;
import static ilgam.member.time.holiday.HolidayRefused.Reason.DAY_TOO_FAR;

class HolidayCalendarTest {

    private static final UUID OWN = UUID.fromString("0199aaaa-0000-7000-8000-0000000000aa");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Holiday OLD = new Holiday(LocalDate.of(2024, 5, 1), "May Day");
    private static final Holiday MAY = new Holiday(LocalDate.of(2026, 5, 1), "May Day");
    private static final Holiday PARTY = new Holiday(LocalDate.of(2026, 7, 1), "Party");

    private final FixtureConfiguration<HolidayCalendar> calendar = new AggregateTestFixture<>(HolidayCalendar.class);

    @Test
    void the_days_of_a_calendar_are_set_in_their_order() {
        calendar.givenNoPriorActivity().when(set(PARTY, MAY)).expectEvents(are(MAY, PARTY));
    }

    @Test
    void setting_the_same_days_changes_nothing() {
        calendar.given(are(MAY, PARTY))
                .when(set(PARTY, MAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void past_days_stay() {
        calendar.given(are(OLD, MAY)).when(set(PARTY)).expectEvents(are(OLD, PARTY));
    }

    @Test
    void a_day_becomes_a_holiday() {
        calendar.given(are(MAY)).when(new NameHoliday(OWN, PARTY, TODAY)).expectEvents(are(MAY, PARTY));
    }

    @Test
    void a_holiday_gets_another_name() {
        var feast = new Holiday(PARTY.date(), "Feast");
        calendar.given(are(MAY, PARTY)).when(new NameHoliday(OWN, feast, TODAY)).expectEvents(are(MAY, feast));
    }

    @Test
    void giving_it_its_present_name_changes_nothing() {
        calendar.given(are(MAY))
                .when(new NameHoliday(OWN, MAY, TODAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_day_is_no_holiday_any_more() {
        calendar.given(are(MAY, PARTY))
                .when(new DropHoliday(OWN, MAY.date(), TODAY))
                .expectEvents(are(PARTY));
    }

    @Test
    void dropping_a_day_that_is_no_holiday_changes_nothing() {
        calendar.given(are(MAY))
                .when(new DropHoliday(OWN, PARTY.date(), TODAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_calendar_is_withdrawn() {
        calendar.given(are(MAY)).when(new WithdrawHolidays(OWN, TODAY)).expectEvents(new HolidaysWithdrawn(OWN));
    }

    @Test
    void withdrawing_it_again_changes_nothing() {
        calendar.given(are(MAY), new HolidaysWithdrawn(OWN))
                .when(new WithdrawHolidays(OWN, TODAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void past_days_do_not_become_holidays() {
        calendar.given(are(MAY)).when(set(OLD, PARTY)).expectEvents(are(PARTY));
    }

    @Test
    void a_calendar_applies_from_a_later_day_on() {
        calendar.given(are(OLD))
                .when(new SetHolidays(OWN, LocalDate.of(2026, 6, 1), List.of(MAY, PARTY), TODAY))
                .expectEvents(are(OLD, PARTY));
    }

    @Test
    void a_calendar_does_not_apply_from_an_earlier_day_on() {
        calendar.given(are(MAY))
                .when(new SetHolidays(OWN, TODAY.minusDays(1), List.of(PARTY), TODAY))
                .expectNoEvents()
                .expectException(HolidayRefused.class)
                .expectExceptionDetails(DAY_IS_OVER);
    }

    @Test
    void today_still_becomes_a_holiday() {
        var now = new Holiday(TODAY, "At short notice");
        calendar.given(are(OLD)).when(new NameHoliday(OWN, now, TODAY)).expectEvents(are(OLD, now));
    }

    @Test
    void a_past_day_does_not_become_a_holiday() {
        calendar.given(are(MAY))
                .when(new NameHoliday(OWN, new Holiday(TODAY.minusDays(1), "Late"), TODAY))
                .expectNoEvents()
                .expectExceptionDetails(DAY_IS_OVER);
    }

    @Test
    void a_past_holiday_stays_one() {
        calendar.given(are(OLD, MAY))
                .when(new DropHoliday(OWN, OLD.date(), TODAY))
                .expectNoEvents()
                .expectExceptionDetails(DAY_IS_OVER);
    }

    @Test
    void a_withdrawn_calendar_keeps_its_past_days() {
        calendar.given(are(OLD, MAY, PARTY))
                .when(new WithdrawHolidays(OWN, MAY.date()))
                .expectEvents(are(OLD));
        calendar.given(are(OLD))
                .when(new WithdrawHolidays(OWN, TODAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_day_too_far_away_is_refused() {
        var never = new Holiday(LocalDate.of(999_999_999, 12, 30), "Never");
        calendar.given(are(MAY))
                .when(new NameHoliday(OWN, never, TODAY))
                .expectNoEvents()
                .expectExceptionDetails(DAY_TOO_FAR);
        calendar.given(are(MAY)).when(set(never)).expectNoEvents().expectExceptionDetails(DAY_TOO_FAR);
    }

    @Test
    void a_calendar_is_the_same_from_a_snapshot_at_any_version() {
        var past = Stream.of(are(MAY), are(MAY, PARTY), new HolidaysWithdrawn(OWN), are(OLD))
                .map(event -> new Past(event, MetaData.emptyInstance()));
        AnySnapshot.isAsGoodAsEvents(HolidayCalendar.class, HolidayCalendar::new, past.toList());
    }

    private static SetHolidays set(Holiday... days) {
        return new SetHolidays(OWN, TODAY, List.of(days), TODAY);
    }

    private static HolidaysSet are(Holiday... days) {
        return new HolidaysSet(OWN, List.of(days));
    }
}
