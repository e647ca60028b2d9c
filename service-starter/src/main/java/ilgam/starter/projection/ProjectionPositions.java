package ilgam.starter.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** How far processors are behind the store, as the database says, whichever instance has their segments. */
final class ProjectionPositions {

    /** How far one is. */
    record Reached(long position, long head, double lagSeconds) {}

    private static final int PATIENCE_MILLIS = 500;

    /** So many events are read in a moment. */
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

    /** Where every segment of a processor has been: -1 before its first event. */
    long lowest(String processor) {
        return position(tokens.lowest(processor));
    }

    /** Where the newest event of the store is: -1 before the first one. */
    long head() {
        return position(Optional.ofNullable(store.createHeadToken())); // Axon Server has none before the first event
    }

    /** From here on a processor or reader has everything but what it reads in a moment. */
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
