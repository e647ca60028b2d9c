package ilgam.work.item;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.FieldReason;
import ilgam.work.words.Invalid;

/** A day on which work starts or is due. */
public record Day(LocalDate date) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    public static @Nullable Day of(@Nullable LocalDate date) {
        return date == null ? null : new Day(date);
    }

    public Day {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
            throw new Invalid(
                    FieldReason.DATE_RANGE,
                    "A date must be between the years {least} and {most}.",
                    Map.of("least", FIRST_YEAR, "most", LAST_YEAR));
    }
}
