package ilgam.starter.events;

import java.util.Map;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;

import ilgam.starter.messaging.Weighed;

/** A tracked event that fetches its payload on demand, so that queues can hold many of them. */
final class HeavyEvent<T> extends GenericTrackedDomainEventMessage<T> implements Weighed {

    private final int bytes;

    HeavyEvent(TrackingToken token, DomainEventMessage<T> event, Message<T> message, int bytes) {
        super(
                token,
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                message,
                event.getTimestamp());
        this.bytes = bytes;
    }

    @Override
    public int bytes() {
        return bytes;
    }

    @Override
    public HeavyEvent<T> withMetaData(Map<String, ?> metadata) {
        return new HeavyEvent<>(trackingToken(), this, getDelegate().withMetaData(metadata), bytes);
    }

    @Override
    public HeavyEvent<T> andMetaData(Map<String, ?> metadata) {
        return new HeavyEvent<>(trackingToken(), this, getDelegate().andMetaData(metadata), bytes);
    }

    @Override
    public HeavyEvent<T> withTrackingToken(TrackingToken token) {
        return new HeavyEvent<>(token, this, getDelegate(), bytes);
    }
}
