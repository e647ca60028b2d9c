package ilgam.starter.messaging;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads an aggregate's events from the event store itself rather than from a projection. */
public final class PastEvents {

    private PastEvents() {}

    /**
     * All its events, in order, read lazily, because they may not fit into memory.
     *
     * @throws RuntimeException when the store cannot be read; the stream is never silently cut short
     */
    public static Stream<DomainEventMessage<?>> of(EventStore store, UUID aggregate) {
        return of(store, aggregate.toString());
    }

    static Stream<DomainEventMessage<?>> of(EventStore store, String aggregate) {
        var events = new Whole(store.readEvents(aggregate, 0));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED), false);
    }

    /** The payloads alone, without metadata. */
    public static Iterable<Object> payloads(EventStore store, UUID aggregate) {
        return () ->
                of(store, aggregate).<Object>map(DomainEventMessage::getPayload).iterator();
    }

    /** Checks for interruption, because Axon Server's client then ends the stream early without a failure. */
    private record Whole(DomainEventStream events) implements Iterator<DomainEventMessage<?>> {

        @Override
        public boolean hasNext() {
            if (events.hasNext()) return true;
            if (Thread.currentThread().isInterrupted()) throw EventStoreAway.unknown(null);
            return false;
        }

        @Override
        public DomainEventMessage<?> next() {
            return events.next();
        }
    }
}
