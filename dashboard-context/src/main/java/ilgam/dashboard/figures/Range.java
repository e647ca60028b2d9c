package ilgam.dashboard.figures;

import java.time.Instant;
import java.util.Map;

/** A range of instants, both included. */
public record Range(Instant from, Instant to) {

    /** Earlier than any event. */
    public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** Later than any event. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** The values of the parameters from and to. */
    Map<String, Object> parameters() {
        return Map.of("from", Scope.timestamp(from), "to", Scope.timestamp(to));
    }

    /** Whether the range has no lower bound. */
    boolean isUnboundedBelow() {
        return !from.isAfter(EARLIEST);
    }
}
