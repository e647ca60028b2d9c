package ilgam.dashboard;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

import ilgam.starter.messaging.Metadata;

/** An event as the store delivers it. */
record StoredEvent(UUID aggregate, long sequence, Instant occurredAt, Object event) {

    TrackedEventMessage<?> at(long position) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        "Test",
                        aggregate.toString(),
                        sequence,
                        event,
                        Map.of(Metadata.OCCURRED_AT, occurredAt.toString(), Metadata.SOURCE, "import:test")));
    }
}
