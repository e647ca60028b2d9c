package ilgam.member.language;

import java.time.LocalDate;

/** A stretch of days that a member plans by, both ends included. */
public record CyclePeriod(LocalDate from, LocalDate to) {

    /** As a member speaks of their own cycles: the one before today's, today's, and the one after it. */
    public enum Which {
        LAST,
        THIS,
        NEXT
    }
}
