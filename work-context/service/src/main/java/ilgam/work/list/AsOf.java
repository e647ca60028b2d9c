package ilgam.work.list;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import static java.time.ZoneOffset.UTC;

/** The instant that is asked for, as conditions on rows with a validity; null means now. */
public record AsOf(@Nullable Instant instant) {

    static final AsOf NOW = new AsOf(null);

    /** Which of {@link #items} count; now has indexes of its own. */
    String condition() {
        return instant == null ? "v.to_at = 'infinity'" : "n.to_at = 'infinity' and n.created_at <= :at";
    }

    /** Which version of an item that is known already counts. */
    public String item(String alias) {
        return instant == null
                ? alias + ".to_at = 'infinity'"
                : alias + ".to_at > :at and " + alias + ".from_at <= :at";
    }

    /** Where every item's own values can be read, which never change: for the past, the version of today. */
    String origin() {
        return instant == null ? "v" : "n";
    }

    /** Every item, as {@link #origin} and as {@code v}. The past is reached from today, whose rows are in order. */
    String items() {
        return instant == null
                ? "item_version v"
                : "item_version n join item_version v on v.item_id = n.item_id and v.to_at > :at and v.from_at <= :at";
    }

    /** Which meaning of a status counts. */
    public String status(String alias) {
        return instant == null
                ? alias + ".to_at = 'infinity'"
                : alias + ".from_at <= :at and " + alias + ".to_at > :at";
    }

    /** What the parameter {@code :at} of these conditions is. */
    public OffsetDateTime parameter() {
        return instant == null
                ? OffsetDateTime.MAX
                : instant.truncatedTo(ChronoUnit.MICROS).atOffset(UTC);
    }
}
