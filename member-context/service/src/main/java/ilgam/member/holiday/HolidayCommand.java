package ilgam.member.holiday;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import ilgam.member.language.HolidayEvent.Holiday;

/**
 * Everything that can be asked of one calendar of holidays. What is before today stays. Each answers with the
 * calendar's version after it.
 */
public sealed interface HolidayCommand {

    UUID calendar();

    LocalDate today();

    /** From a date on exactly these days are holidays; what was before stays. */
    record SetHolidays(@TargetAggregateIdentifier UUID calendar, LocalDate from, List<Holiday> days, LocalDate today)
            implements HolidayCommand {}

    /** This day is a holiday, by this name. */
    record NameHoliday(@TargetAggregateIdentifier UUID calendar, Holiday day, LocalDate today)
            implements HolidayCommand {}

    /** This day is no holiday. */
    record DropHoliday(@TargetAggregateIdentifier UUID calendar, LocalDate date, LocalDate today)
            implements HolidayCommand {}

    /** No day of it from today on is a holiday. */
    record WithdrawHolidays(@TargetAggregateIdentifier UUID calendar, LocalDate today) implements HolidayCommand {}
}
