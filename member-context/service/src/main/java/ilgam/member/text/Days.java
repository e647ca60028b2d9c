package ilgam.member.text;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** Which days can be planned: databases keep no others, and nobody means them. */
public final class Days {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private Days() {}

    public static boolean canBePlanned(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    public static LocalDate typed(LocalDate day) {
        if (!canBePlanned(day)) throw new Invalid(FieldReason.DAY_TOO_FAR, "This date is too far away.");
        return day;
    }

    /** The day from which on a change holds: the wished one, or else today. */
    public static LocalDate notBefore(LocalDate today, @Nullable LocalDate wished) {
        if (wished == null) return today;
        if (wished.isBefore(today))
            throw new Invalid(InvalidReason.PAST_DAY, "The past stays as it was: choose today or a later day.");
        return typed(wished);
    }
}
