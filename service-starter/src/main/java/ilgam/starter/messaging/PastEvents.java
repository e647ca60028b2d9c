package ilgam.starter.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What the event store itself says of an aggregate, for those who must know rather than guess. */
public final class PastEvents {

    private PastEvents() {}

    /**
     * All its events, in order.
     *
     * @throws RuntimeException when the store cannot be asked; never an answer that is cut short
     */
    public static List<DomainEventMessage<?>> of(EventStore store, UUID aggregate) {
        return of(store, aggregate.toString());
    }

    static List<DomainEventMessage<?>> of(EventStore store, String aggregate) {
        var events = new ArrayList<DomainEventMessage<?>>();
        var stream = store.readEvents(aggregate);
        while (stream.hasNext()) events.add(stream.next());
        // Axon Server's client ends the stream early, without a word, when its reader is interrupted
        if (Thread.currentThread().isInterrupted()) throw EventStoreAway.unknown(null);
        return events;
    }

    /** The same as what happened, without who and when. */
    public static List<Object> payloads(EventStore store, UUID aggregate) {
        return of(store, aggregate).stream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }
}
