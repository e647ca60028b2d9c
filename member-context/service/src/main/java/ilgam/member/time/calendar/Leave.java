package ilgam.member.time.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.member.language.WorkCalendarEvent.Part;
import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;

/** Days on which a member does not work, both ends included, or one half of each. */
public record Leave(LocalDate from, LocalDate to, Part part) {

    private static final int LONGEST = 366;

    public static Leave typed(LocalDate from, LocalDate to, Part part) {
        if (to.isBefore(from))
            throw new Invalid(FieldReason.LEAVE_ENDS_BEFORE_START, "Leave must not end before it starts.");
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST)
            throw new Invalid(FieldReason.LEAVE_TOO_LONG, "Leave is limited to {most} days.", Map.of("most", LONGEST));
        return new Leave(from, to, part);
    }

    boolean overlaps(Leave other) {
        var sameDays = !from.isAfter(other.to) && !other.from.isAfter(to);
        var samePart = part == Part.DAY || other.part == Part.DAY || part == other.part;
        return sameDays && samePart;
    }

    boolean isOverOn(LocalDate today) {
        return to.isBefore(today);
    }

    boolean isUnderWayOn(LocalDate today) {
        return from.isBefore(today) && !isOverOn(today);
    }

    /** What is left of the leave when it is cancelled from a date on; null when nothing is left. */
    @Nullable
    Leave without(@Nullable LocalDate first) {
        return first == null || !first.isAfter(from) ? null : new Leave(from, first.minusDays(1), part);
    }
}
