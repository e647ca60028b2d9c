package ilgam.member.holiday;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

import ilgam.member.holiday.HolidayCommand.DropHoliday;
import ilgam.member.holiday.HolidayCommand.NameHoliday;
import ilgam.member.holiday.HolidayCommand.SetHolidays;
import ilgam.member.holiday.HolidayCommand.WithdrawHolidays;
import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.language.HolidayEvent.HolidaysSet;
import ilgam.member.language.HolidayEvent.HolidaysWithdrawn;

class HolidayCalendarTest {

    private static final UUID OWN = UUID.fromString("0199aaaa-0000-7000-8000-0000000000aa");
    private static final Holiday OLD = new Holiday(LocalDate.of(2024, 5, 1), "May Day");
    private static final Holiday MAY = new Holiday(LocalDate.of(2026, 5, 1), "May Day");
    private static final Holiday PARTY = new Holiday(LocalDate.of(2026, 7, 1), "Party");

    private final FixtureConfiguration<HolidayCalendar> calendar = new AggregateTestFixture<>(HolidayCalendar.class);

    @Test
    void the_days_of_a_calendar_are_set_in_their_order() {
        calendar.givenNoPriorActivity().when(set(2025, PARTY, MAY)).expectEvents(are(MAY, PARTY));
    }

    @Test
    void setting_the_same_days_changes_nothing() {
        calendar.given(are(MAY, PARTY))
                .when(set(2025, PARTY, MAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void days_of_earlier_years_stay() {
        calendar.given(are(OLD, MAY)).when(set(2025, PARTY)).expectEvents(are(OLD, PARTY));
    }

    @Test
    void a_day_becomes_a_holiday() {
        calendar.given(are(MAY)).when(new NameHoliday(OWN, PARTY)).expectEvents(are(MAY, PARTY));
    }

    @Test
    void a_holiday_gets_another_name() {
        var feast = new Holiday(PARTY.date(), "Feast");
        calendar.given(are(MAY, PARTY)).when(new NameHoliday(OWN, feast)).expectEvents(are(MAY, feast));
    }

    @Test
    void naming_it_as_it_is_called_changes_nothing() {
        calendar.given(are(MAY))
                .when(new NameHoliday(OWN, MAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_day_is_no_holiday_any_more() {
        calendar.given(are(MAY, PARTY)).when(new DropHoliday(OWN, MAY.date())).expectEvents(are(PARTY));
    }

    @Test
    void dropping_a_day_that_is_none_changes_nothing() {
        calendar.given(are(MAY))
                .when(new DropHoliday(OWN, PARTY.date()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_calendar_is_withdrawn() {
        calendar.given(are(MAY)).when(new WithdrawHolidays(OWN)).expectEvents(new HolidaysWithdrawn(OWN));
    }

    @Test
    void withdrawing_it_again_changes_nothing() {
        calendar.given(are(MAY), new HolidaysWithdrawn(OWN))
                .when(new WithdrawHolidays(OWN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static SetHolidays set(int year, Holiday... days) {
        return new SetHolidays(OWN, LocalDate.of(year, 1, 1), List.of(days));
    }

    private static HolidaysSet are(Holiday... days) {
        return new HolidaysSet(OWN, List.of(days));
    }
}
