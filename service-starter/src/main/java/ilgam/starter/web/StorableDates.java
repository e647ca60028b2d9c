package ilgam.starter.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.format.Formatter;

/** Parses a date of a path or a query, such as 2026-11-22, and refuses one that is not {@link Storable}. */
public final class StorableDates implements Formatter<LocalDate> {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The date in this format only; null for any other text. */
    public static @Nullable LocalDate day(String text) {
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    @Override
    public LocalDate parse(String text, Locale locale) {
        var day = day(text);
        if (day == null) throw new DateTimeException("A date such as 2026-11-22 is expected.");
        Storable.mustBe(day);
        return day;
    }

    @Override
    public String print(LocalDate day, Locale locale) {
        return day.toString();
    }
}
