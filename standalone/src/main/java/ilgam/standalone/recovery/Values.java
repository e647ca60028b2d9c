package ilgam.standalone.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

import ilgam.standalone.CannotStart;

/** Reads the values of options, and refuses those that are none. */
final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,4})(s|m|h|d)");

    private Values() {}

    static Duration duration(String text) {
        var read = DURATION.matcher(text);
        if (read.matches() && Integer.parseInt(read.group(1)) > 0) {
            var count = Long.parseLong(read.group(1));
            return switch (read.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        throw CannotStart.refused("'%s' is no length of time: use 6h, 30m or 1d.".formatted(text));
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException failure) {
            throw CannotStart.refused(
                    "'%s' is no instant: use 2026-11-29T08:30:00Z, or with an offset such as +09:00.".formatted(text));
        }
    }

    static int count(String text) {
        if (text.matches("[1-9]\\d{0,5}")) return Integer.parseInt(text);
        throw CannotStart.refused("'%s' is not how many backups to keep: it is at least 1.".formatted(text));
    }
}
