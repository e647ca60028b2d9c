package ilgam.starter.projection.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * The positions of processors in the store, read from the database and so independent of the instance that has their
 * segments.
 */
final class ProjectionPositions {

    /** The position of a processor. */
    record Reached(long position, long head, double lagSeconds) {}

    private static final int PATIENCE_MILLIS = 500;

    /** A processor handles this number of events within a moment. */
    private static final int NEAR = 2_000;

    private final StoredTokens tokens;
    private final EventStore store;
    private final Clock clock;

    ProjectionPositions(StoredTokens tokens, EventStore store, Clock clock) {
        this.tokens = tokens;
        this.store = store;
        this.clock = clock;
    }

    Reached of(String processor) {
        var token = tokens.lowest(processor);
        long position = Math.max(0, position(token));
        long head = Math.max(0, head());
        return new Reached(position, Math.max(position, head), position >= head ? 0 : secondsBehind(token));
    }

    /** The position that all segments of a processor have reached; -1 before the first event. */
    long lowest(String processor) {
        return position(tokens.lowest(processor));
    }

    /** The position of the newest event of the store; -1 before the first event. */
    long head() {
        return position(Optional.ofNullable(store.createHeadToken())); // null in Axon Server before the first event
    }

    /** A position so close to the head that the rest is handled within a moment. */
    long nearHead() {
        return head() - NEAR;
    }

    private double secondsBehind(Optional<TrackingToken> token) {
        try (var events = store.openStream(token.orElseGet(store::createTailToken))) {
            if (!events.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) return 0;
            var age = events.peek()
                    .map(event -> Duration.between(event.getTimestamp(), clock.instant()))
                    .orElse(Duration.ZERO);
            return Math.max(0, age.toMillis() / 1e3);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static long position(Optional<TrackingToken> token) {
        return token.map(it -> it.position().orElse(-1)).orElse(-1L);
    }
}
