package ilgam.dashboard.span;

import java.time.Instant;
import java.util.Comparator;

/**
 * The state of an item from one change, included, to the next, excluded.
 *
 * @param to {@link Instant#MAX} for the last span
 * @param state all fields after the change
 */
record Span(Item item, TimedChange change, Instant from, Instant to, State state) {

    /** The order in time: the opening, then by the time of occurrence, then by sequence number. */
    static final Comparator<Span> IN_TIME = Comparator.<Span, Boolean>comparing(span -> !span.isOpening())
            .thenComparing(span -> span.change.occurredAt())
            .thenComparingLong(span -> span.change.sequence());

    /** A new span, whose neighbours are not known yet. */
    static Span starting(Item item, TimedChange change) {
        var from = item.effective(change.occurredAt());
        var own = change.own();
        return new Span(item, change, from, Instant.MAX, own.withStatus(own.status(), from));
    }

    boolean isOpening() {
        return change.field() == Field.OPENING;
    }

    Span after(Span previous) {
        return new Span(item, change, from, to, change.field().carry(previous.state, state));
    }

    Span until(Instant end) {
        return new Span(item, change, from, end, state);
    }
}
