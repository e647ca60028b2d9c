package ilgam.dashboard.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which day it is at an instant: for the company, and for the members for whom it is another one already or still.
 * However many zones there are, the day is one of two or three.
 *
 * @param elsewhere the members, by the day that it is for them
 */
public record Today(LocalDate day, SortedMap<LocalDate, List<UUID>> elsewhere) {

    /** The same day for everybody. */
    public static Today everywhere(LocalDate day) {
        return new Today(day, new TreeMap<>());
    }
}
