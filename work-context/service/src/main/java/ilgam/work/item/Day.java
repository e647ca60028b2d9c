package ilgam.work.item;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Invalid;

/** A day on which work starts or is due. */
public record Day(LocalDate date) {

    public static @Nullable Day of(@Nullable LocalDate date) {
        return date == null ? null : new Day(date);
    }

    public Day {
        if (date.getYear() < 1900 || date.getYear() > 2999)
            throw new Invalid("A date lies between the years 1900 and 2999.");
    }
}
