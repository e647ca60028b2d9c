package ilgam.starter.web;

import java.time.LocalDate;
import java.util.Locale;

import org.springframework.format.Formatter;

/** Reads a date in a path or a query, such as 2026-11-22, and refuses one that is not {@link Storable}. */
final class StorableDates implements Formatter<LocalDate> {

    @Override
    public LocalDate parse(String text, Locale locale) {
        var day = LocalDate.parse(text);
        Storable.mustBe(day);
        return day;
    }

    @Override
    public String print(LocalDate day, Locale locale) {
        return day.toString();
    }
}
