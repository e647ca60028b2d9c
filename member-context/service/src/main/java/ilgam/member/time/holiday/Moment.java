package ilgam.member.time.holiday;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A date, or a time of a day, as an iCalendar file writes it.
 *
 * @param utc whether it is a time of UTC, whose day depends on a zone; any other time counts for its own day
 * @param zone the zone that the line names
 */
record Moment(LocalDateTime written, boolean utc, @Nullable String zone) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    static Moment of(ContentLine line) {
        return of(line.value(), line.parameter("TZID"));
    }

    /** The moments of a list; of a period its start. */
    static List<Moment> listed(ContentLine line) {
        return Arrays.stream(line.value().split(",", -1))
                .filter(one -> !one.isBlank())
                .map(one -> of(one.split("/", 2)[0], line.parameter("TZID")))
                .toList();
    }

    private static Moment of(String value, @Nullable String zone) {
        var text = value.strip().toUpperCase(Locale.ROOT);
        if (text.length() == 8) return new Moment(date(text).atStartOfDay(), false, zone);
        var utc = text.endsWith("Z");
        var local = utc ? text.substring(0, text.length() - 1) : text;
        if (local.length() != 15 || local.charAt(8) != 'T')
            throw new FaultyEvent(
                    FileFault.NOT_A_DATE, "a date such as 20260101, or a time such as 20260101T090000, is expected.");
        return new Moment(date(local.substring(0, 8)).atTime(time(local.substring(9))), utc, zone);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException notADate) {
            throw new FaultyEvent(FileFault.NOT_A_DATE, "a date such as 20260101 is expected.");
        }
    }

    private static LocalTime time(String text) {
        if (text.endsWith("60")) return time(text.substring(0, 4) + "59"); // a leap second
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeException notATime) {
            throw new FaultyEvent(FileFault.NOT_A_TIME, "a time such as 20260101T090000 is expected.");
        }
    }
}
