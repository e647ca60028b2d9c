package ilgam.starter.events;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;

/**
 * Keeps the payloads of large events out of the queues and caches between the event store and the processors, which are
 * bounded by number. One cache, bounded in bytes, holds the latest payloads; others are read again.
 */
final class HeavyEvents {

    private static final int HEAVY_BYTES = 2 * 1024;
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    /** A payload takes about three times its stored size: as UTF-8 bytes, as text and as an object. */
    private static final int FORMS = 3;

    private final Serializer serializer;
    private final Reader reader;
    private final Cache<String, Held> held = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<String, Held>weigher((_, payload) -> payload.bytes * FORMS)
            .build();

    HeavyEvents(Serializer serializer, Reader reader) {
        this.serializer = serializer;
        this.reader = reader;
    }

    /** Reads one event of an aggregate by its sequence number. */
    interface Reader {

        DomainEventMessage<?> read(String aggregate, long sequence);
    }

    private record Held(DomainEventMessage<?> event, int bytes) {}

    /** The event itself, or one that fetches its payload on demand if that is large. */
    TrackedEventMessage<?> lightened(TrackedEventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> whole)) return event;
        int bytes = event.serializePayload(serializer, byte[].class).getData().length;
        if (bytes <= HEAVY_BYTES) return event;
        held.put(event.getIdentifier(), new Held(whole, bytes));
        return light(event.trackingToken(), whole, bytes);
    }

    private <T> HeavyEvent<T> light(TrackingToken token, DomainEventMessage<T> event, int bytes) {
        var id = event.getIdentifier();
        var type = event.getPayloadType();
        var aggregate = event.getAggregateIdentifier();
        var sequence = event.getSequenceNumber();
        var message = new StoredMessage<>(
                id, event.getMetaData(), type, () -> type.cast(payload(id, aggregate, sequence, bytes)));
        return new HeavyEvent<>(token, event, message, bytes);
    }

    private Object payload(String id, String aggregate, long sequence, int bytes) {
        return held.get(id, _ -> new Held(reader.read(aggregate, sequence), bytes))
                .event()
                .getPayload();
    }
}
