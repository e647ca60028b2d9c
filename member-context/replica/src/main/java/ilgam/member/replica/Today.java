package ilgam.member.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The day at an instant: the company's, and that of the members for whom it differs. However many zones there are,
 * there are at most three different days.
 *
 * @param elsewhere the members whose day differs, by their day
 */
public record Today(LocalDate day, SortedMap<LocalDate, List<UUID>> elsewhere) {

    /** The same day for all members. */
    public static Today everywhere(LocalDate day) {
        return new Today(day, new TreeMap<>());
    }
}
