package ilgam.member.language;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything that happens to the company's holidays, which come from one or several calendars. */
public sealed interface HolidayEvent {

    /** One calendar of holidays: a country's, an imported one, or the company's own. */
    UUID calendar();

    /** From now on exactly these days of the calendar are holidays. Replaces all earlier ones. */
    record HolidaysSet(UUID calendar, List<Holiday> days) implements HolidayEvent {}

    /** None of the calendar's days is a holiday any more. */
    record HolidaysWithdrawn(UUID calendar) implements HolidayEvent {}

    /** A day on which the company does not work, and what it is called. */
    record Holiday(LocalDate date, String name) {}
}
