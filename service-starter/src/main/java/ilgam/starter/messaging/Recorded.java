package ilgam.starter.messaging;

import java.time.Instant;
import java.util.UUID;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of an event, as a parameter of any event handler.
 *
 * @param occurredAt in the domain's time
 * @param sequence the event's number in its aggregate's stream, from 0
 * @param position of the tracking token after this event, or -1 when it did not come from the store; an event that
 *     filled a gap shares its position with another
 * @param recordedAt when it was appended
 */
public record Recorded(
        Instant occurredAt,
        @Nullable UUID actor,
        String source,
        @Nullable String requestId,
        String aggregateId,
        long sequence,
        long position,
        Instant recordedAt,
        String eventId) {

    /** The metadata of this event. */
    public static Recorded of(EventMessage<?> event) {
        var metadata = event.getMetaData();
        var occurredAt = text(metadata.get(Metadata.OCCURRED_AT));
        var actor = text(metadata.get(Metadata.ACTOR));
        var source = text(metadata.get(Metadata.SOURCE));
        var domainEvent = event instanceof DomainEventMessage<?> it ? it : null;
        return new Recorded(
                occurredAt == null ? event.getTimestamp() : Instant.parse(occurredAt),
                actor == null ? null : UUID.fromString(actor),
                source == null ? "" : source,
                text(metadata.get(Metadata.REQUEST_ID)),
                domainEvent == null ? "" : domainEvent.getAggregateIdentifier(),
                domainEvent == null ? 0 : domainEvent.getSequenceNumber(),
                event instanceof TrackedEventMessage<?> tracked ? position(tracked) : -1,
                event.getTimestamp(),
                event.getIdentifier());
    }

    private static long position(TrackedEventMessage<?> event) {
        var token = event.trackingToken();
        return token == null ? -1 : token.position().orElse(-1);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
