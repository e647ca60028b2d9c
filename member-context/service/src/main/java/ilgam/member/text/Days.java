package ilgam.member.text;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The range of dates that can be planned, which every database can store. */
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

    /** The day from which a change applies: the requested one, or today when it is null. */
    public static LocalDate notBefore(LocalDate today, @Nullable LocalDate wished) {
        if (wished == null) return today;
        if (wished.isBefore(today))
            throw new Invalid(InvalidReason.PAST_DAY, "The past stays as it was: choose today or a later day.");
        return typed(wished);
    }
}
