package ilgam.work.list;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import static java.time.ZoneOffset.UTC;

/** The instant that is asked for, as conditions on rows with a validity; null means now. */
record AsOf(@Nullable Instant instant) {

    static final AsOf NOW = new AsOf(null);

    /** Which version of an item counts; now has an index of its own. */
    String item(String alias) {
        return instant == null
                ? alias + ".to_at = 'infinity'"
                : alias + ".to_at > :at and " + alias + ".from_at <= :at";
    }

    String status(String alias) {
        return instant == null
                ? alias + ".to_at = 'infinity'"
                : alias + ".from_at <= :at and " + alias + ".to_at > :at";
    }

    OffsetDateTime parameter() {
        return instant == null
                ? OffsetDateTime.MAX
                : instant.truncatedTo(ChronoUnit.MICROS).atOffset(UTC);
    }
}
