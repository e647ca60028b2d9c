package ilgam.work.list;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import static java.time.ZoneOffset.UTC;

/** The requested instant, as conditions on rows with a validity; null means now. */
public record AsOf(@Nullable Instant instant) {

    static final AsOf NOW = new AsOf(null);

    /** The condition on {@link #items}. The present has indexes of its own. */
    String condition() {
        return instant == null ? "v.to_at = 'infinity'" : "n.to_at = 'infinity' and n.created_at <= :at";
    }

    /** The condition on the versions {@code v} of a known item. */
    public String item() {
        return instant == null ? "v.to_at = 'infinity'" : "v.to_at > :at and v.from_at <= :at";
    }

    /** The alias with an item's immutable values: for the past, its current version. */
    String origin() {
        return instant == null ? "v" : "n";
    }

    /**
     * All items, as {@link #origin} and as {@code v}. Past versions are joined to current ones, whose rows are in
     * order.
     */
    String items() {
        return instant == null
                ? "item_version v"
                : "item_version n join item_version v on v.item_id = n.item_id and v.to_at > :at and v.from_at <= :at";
    }

    /** The condition on the meanings {@code s} of a status. */
    public String status() {
        return instant == null ? "s.to_at = 'infinity'" : "s.from_at <= :at and s.to_at > :at";
    }

    /** The value of the parameter {@code :at} in these conditions. */
    public OffsetDateTime parameter() {
        return instant == null
                ? OffsetDateTime.MAX
                : instant.truncatedTo(ChronoUnit.MICROS).atOffset(UTC);
    }
}
