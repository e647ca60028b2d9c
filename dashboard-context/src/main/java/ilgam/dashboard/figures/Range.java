package ilgam.dashboard.figures;

import java.time.Instant;

/** From an instant to another, both included. */
public record Range(Instant from, Instant to) {

    /** Before anything that can have happened. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** After anything that can happen. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Whether it leaves nothing out at its start. */
    boolean isAllBefore() {
        return !from.isAfter(EARLIEST);
    }
}
