package ilgam.work.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import ilgam.work.language.Kind;
import ilgam.work.language.Priority;

/**
 * What an import knows besides its lines.
 *
 * @param zone of times that do not say theirs
 * @param priorities words that stand for one, in lower case
 * @param kinds words that stand for one, in lower case
 * @param tellsMoves whether the events are said to tell of every status an item had: one without a move had none yet
 * @param now when the import was asked for; nothing in it can be later
 */
record ImportSettings(
        ZoneId zone, Map<String, Priority> priorities, Map<String, Kind> kinds, boolean tellsMoves, Instant now) {

    static ImportSettings usual(Instant now) {
        return new ImportSettings(ZoneOffset.UTC, Map.of(), Map.of(), false, now);
    }

    /** Clocks differ a little. */
    boolean isFuture(Instant at) {
        return at.isAfter(now.plusSeconds(60));
    }
}
