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

/** What the event store itself says of an aggregate, for those who must know rather than guess. */
public final class PastEvents {

    private PastEvents() {}

    /**
     * All its events, in order, read as they are asked for: there may be more of them than fit into memory.
     *
     * @throws RuntimeException when the store cannot be asked; never an answer that is cut short
     */
    public static Stream<DomainEventMessage<?>> of(EventStore store, UUID aggregate) {
        return of(store, aggregate.toString());
    }

    static Stream<DomainEventMessage<?>> of(EventStore store, String aggregate) {
        var events = new Whole(store.readEvents(aggregate, 0));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED), false);
    }

    /** The same as what happened, without who and when. */
    public static Iterable<Object> payloads(EventStore store, UUID aggregate) {
        return () ->
                of(store, aggregate).<Object>map(DomainEventMessage::getPayload).iterator();
    }

    /** Axon Server's client ends the stream early, without a word, when its reader is interrupted. */
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
