package ilgam.work.imports.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the times of other trackers: ISO 8601 in every common spelling, except week and ordinal dates.
 *
 * @param isZoned whether the text has a zone; otherwise that of the import was assumed
 */
record Times(Instant at, boolean isZoned) {

    /** Earlier times are treated as missing, as there were no trackers. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final int LONGEST = 100;

    private static final Pattern FORM = Pattern.compile("""
            (?<year>\\d{4})(?<dash>-?)(?<month>\\d{2})\\k<dash>(?<day>\\d{2})\
            (?:(?:[Tt_]|\\s+)(?<hour>\\d{2})(?::?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?)?\
            \\s*(?<zone>[Zz]|UTC|GMT|[+\u2212-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?)?\\s*(?:\\[(?<region>[\\w/+:-]+)])?)?""");

    /** The time in a text; null when it has none. */
    static @Nullable Times read(@Nullable String text, ZoneId zone) {
        if (text == null || text.length() > LONGEST) return null;
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) return null;
        try {
            var times = times(parts, zone);
            return times.at().isBefore(EARLIEST) ? null : times;
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static Times times(Matcher parts, ZoneId assumed) {
        var date = LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"));
        if (parts.group("hour") == null)
            return new Times(date.atStartOfDay(assumed).toInstant(), false);
        var zone = zone(parts);
        return new Times(
                local(date, parts).atZone(zone == null ? assumed : zone).toInstant(), zone != null);
    }

    /** Accepts 24:00 as the end of a day, and second 60 as a leap second. */
    private static LocalDateTime local(LocalDate date, Matcher parts) {
        int hour = number(parts, "hour");
        int minute = number(parts, "minute");
        int second = number(parts, "second");
        if (hour == 24 && minute == 0 && second == 0) return date.plusDays(1).atStartOfDay();
        var local = date.atTime(LocalTime.of(hour, minute, Math.min(second, second == 60 ? 59 : second)));
        return local.plusSeconds(second == 60 ? 1 : 0).plusNanos(nanos(parts.group("fraction")));
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }

    private static @Nullable ZoneId zone(Matcher parts) {
        var zone = parts.group("zone");
        if (zone == null) return parts.group("region") == null ? null : ZoneId.of(parts.group("region"));
        return zone.length() == 1 || zone.equals("UTC") || zone.equals("GMT")
                ? ZoneOffset.UTC
                : ZoneOffset.of(zone.replace('\u2212', '-'));
    }

    private static int number(Matcher parts, String group) {
        var digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
