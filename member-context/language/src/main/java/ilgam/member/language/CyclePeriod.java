package ilgam.member.language;

import java.time.LocalDate;

/** A range of days that a member plans by, both ends included. */
public record CyclePeriod(LocalDate from, LocalDate to) {

    /** A cycle relative to today's: the one before it, today's, or the one after it. */
    public enum Which {
        LAST,
        THIS,
        NEXT
    }
}
