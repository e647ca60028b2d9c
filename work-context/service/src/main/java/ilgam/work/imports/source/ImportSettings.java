package ilgam.work.imports.source;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

import ilgam.work.language.Kind;
import ilgam.work.language.Priority;

/**
 * The settings of an import, besides its lines.
 *
 * @param zone of times without one
 * @param priorities words that mean a priority, in lower case
 * @param kinds words that mean a kind, in lower case
 * @param tellsMoves whether the events contain every status change, so that an item without one had no status yet
 * @param now when the import was requested; no time in it can be later
 */
public record ImportSettings(
        ZoneId zone, Map<String, Priority> priorities, Map<String, Kind> kinds, boolean tellsMoves, Instant now) {

    public static ImportSettings usual(Instant now) {
        return new ImportSettings(ZoneOffset.UTC, Map.of(), Map.of(), false, now);
    }

    /** Whether an instant is in the future, with a tolerance for clocks. */
    boolean isFuture(Instant at) {
        return at.isAfter(now.plusSeconds(60));
    }
}
