package ilgam.dashboard.span;

import java.time.Instant;
import java.util.Comparator;

/**
 * What an item was from one happening, included, to the next, excluded.
 *
 * @param to {@link Instant#MAX} for the last one
 * @param state all fields after the happening
 */
record Span(Item item, Happening happening, Instant from, Instant to, State state) {

    /** The order in time: the opening, then by when it occurred, then by sequence in the stream. */
    static final Comparator<Span> IN_TIME = Comparator.<Span, Boolean>comparing(span -> !span.isOpening())
            .thenComparing(span -> span.happening.occurredAt())
            .thenComparingLong(span -> span.happening.sequence());

    /** A span whose place among the others is still to be found. */
    static Span starting(Item item, Happening happening) {
        var from = item.effective(happening.occurredAt());
        var own = happening.own();
        return new Span(item, happening, from, Instant.MAX, own.withStatus(own.status(), from));
    }

    boolean isOpening() {
        return happening.field() == Field.OPENING;
    }

    Span after(Span previous) {
        return new Span(item, happening, from, to, happening.field().carry(previous.state, state));
    }

    Span until(Instant end) {
        return new Span(item, happening, from, end, state);
    }
}
