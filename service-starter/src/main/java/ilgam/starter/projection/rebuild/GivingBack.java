package ilgam.starter.projection.rebuild;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

import ilgam.starter.projection.Projections;
import ilgam.starter.projection.rebuild.OwnReaders.Running;

/** Returns projections to their processors, which go on with the first event that the projection has not handled. */
final class GivingBack {

    private static final Duration LEVEL_WITHIN = Duration.ofSeconds(3);

    /** Longer than any reader pauses between reads of the store. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** With more events between them, reader and processor are not close enough. */
    private static final int MOST_BETWEEN = 20_000;

    private final Projections projections;
    private final ProjectionStates states;
    private final StoredTokens tokens;
    private final ProjectionPositions positions;
    private final EventStore store;

    GivingBack(
            Projections projections,
            ProjectionStates states,
            StoredTokens tokens,
            ProjectionPositions positions,
            EventStore store) {
        this.projections = projections;
        this.states = states;
        this.tokens = tokens;
        this.positions = positions;
        this.store = store;
    }

    /**
     * Returns the projection, in the current transaction and while no processor handles events, if the reader has
     * handled every event between the processor's position and the head; otherwise it stays with the reader.
     *
     * @return whether the processor has the projection again
     */
    boolean attempt(String projection, Running one) {
        if (states.all().get(projection) != one.state()) return false;
        var processor = projections.processorOf(projection);
        var segments = tokens.segments(OwnReader.nameFor(projection));
        var before = Set.copyOf(one.reader().handled());
        var toMeet = between(processor, positions.head(), one);
        if (toMeet.isEmpty() || !awaitLevel(one.processor(), segments)) return false;
        one.processor().shutDown();
        var handled = new HashSet<>(one.reader().handled());
        for (var event : toMeet.get().entrySet())
            if (event.getValue() > one.startedAt() && !handled.contains(event.getKey())) return false;
        if (!tokens.delete(OwnReader.nameFor(projection))) return false;
        handled.removeAll(before);
        handled.addAll(toMeet.get().keySet());
        states.end(projection, handled);
        return true;
    }

    /** The events after the processor's position up to this one, with theirs; empty when there are too many. */
    private Optional<Map<String, Long>> between(String processor, long to, Running one) {
        var events = new HashMap<String, Long>();
        long end = System.nanoTime() + LEVEL_WITHIN.toNanos();
        try (var stream = store.openStream(tokens.lowest(processor).orElseGet(store::createTailToken))) {
            while (stream.hasNextAvailable((int) QUIET.toMillis(), TimeUnit.MILLISECONDS)) {
                var event = stream.nextAvailable();
                long position = OwnReader.position(event);
                if (position > to) break; // events that filled a gap came before it
                if (one.reader().canHandleType(event.getPayloadType())) events.put(event.getIdentifier(), position);
                if (events.size() > MOST_BETWEEN || System.nanoTime() > end) return Optional.empty();
            }
            return Optional.of(events);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Waits until the reader has handled all events of the store, those that filled gaps included. */
    private boolean awaitLevel(PooledStreamingEventProcessor reader, int segments) {
        long head = positions.head();
        long patience = System.nanoTime() + LEVEL_WITHIN.toNanos();
        try {
            while (!OwnReader.isAt(reader, segments, head)) {
                if (System.nanoTime() > patience) return false;
                Thread.sleep(20);
            }
            Thread.sleep(QUIET.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
