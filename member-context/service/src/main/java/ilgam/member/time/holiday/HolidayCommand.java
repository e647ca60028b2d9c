package ilgam.member.time.holiday;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import ilgam.member.language.HolidayEvent.Holiday;

/**
 * Everything that can be done with one calendar of holidays. Days before today do not change. Each command returns the
 * calendar's version after it.
 */
public sealed interface HolidayCommand {

    UUID calendar();

    LocalDate today();

    /** Sets exactly these days as holidays from a date on; earlier days stay. */
    record SetHolidays(@TargetAggregateIdentifier UUID calendar, LocalDate from, List<Holiday> days, LocalDate today)
            implements HolidayCommand {}

    /** Makes this day a holiday with this name. */
    record NameHoliday(@TargetAggregateIdentifier UUID calendar, Holiday day, LocalDate today)
            implements HolidayCommand {}

    /** Removes this day from the holidays. */
    record DropHoliday(@TargetAggregateIdentifier UUID calendar, LocalDate date, LocalDate today)
            implements HolidayCommand {}

    /** Removes all holidays from today on. */
    record WithdrawHolidays(@TargetAggregateIdentifier UUID calendar, LocalDate today) implements HolidayCommand {}
}
