package ilgam.starter.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;

import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * A processor's lag: the number of events after its position, and the age in seconds of the oldest event that it has
 * not handled.
 */
record ProcessorLag(long events, double seconds) {

    static final ProcessorLag NONE = new ProcessorLag(0, 0);

    private static final int PATIENCE_MILLIS = 500;

    /** The lag of the segments that this instance holds; other instances report theirs. */
    static ProcessorLag of(StreamingEventProcessor processor, EventStore store, long newest, Clock clock) {
        var behind =
                processor.processingStatus().values().stream().min(Comparator.comparingLong(ProcessorLag::position));
        if (behind.isEmpty()) return NONE;
        var events = Math.max(0, newest - position(behind.get()));
        return events == 0 ? NONE : new ProcessorLag(events, secondsBehind(behind.get(), store, clock));
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(0);
    }

    private static @Nullable TrackingToken reached(EventTrackerStatus status, EventStore store) {
        var token = status.getTrackingToken();
        return token == null ? store.createTailToken() : WrappedToken.unwrapLowerBound(token);
    }

    private static double secondsBehind(EventTrackerStatus status, EventStore store, Clock clock) {
        try (var events = store.openStream(reached(status, store))) {
            if (!events.hasNextAvailable(PATIENCE_MILLIS, MILLISECONDS)) return 0;
            var age = events.peek()
                    .map(event -> Duration.between(event.getTimestamp(), clock.instant()))
                    .orElse(Duration.ZERO);
            return Math.max(0, age.toMillis() / 1e3);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
