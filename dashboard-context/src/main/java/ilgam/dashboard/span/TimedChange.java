package ilgam.dashboard.span;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import ilgam.starter.messaging.Recorded;

/**
 * An event that set one field of an item. Instants are truncated to the database's microseconds.
 *
 * @param own a state of which only that field is used
 */
record TimedChange(long sequence, long position, Instant occurredAt, Instant recordedAt, Field field, State own) {

    static TimedChange of(Recorded recorded, Field field, State own) {
        return new TimedChange(
                recorded.sequence(),
                recorded.position(),
                kept(recorded.occurredAt()),
                kept(recorded.recordedAt()),
                field,
                own);
    }

    static Instant kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
