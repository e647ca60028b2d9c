package ilgam.starter.events;

import java.util.Map;
import java.util.function.Supplier;

import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;

/** A message that fetches its payload each time it is needed. */
record StoredMessage<T>(String identifier, MetaData metadata, Class<T> payloadType, Supplier<T> payload)
        implements Message<T> {

    @Override
    public String getIdentifier() {
        return identifier;
    }

    @Override
    public MetaData getMetaData() {
        return metadata;
    }

    @Override
    public T getPayload() {
        return payload.get();
    }

    @Override
    public Class<T> getPayloadType() {
        return payloadType;
    }

    @Override
    public Message<T> withMetaData(Map<String, ?> other) {
        return new StoredMessage<>(identifier, MetaData.from(other), payloadType, payload);
    }

    @Override
    public Message<T> andMetaData(Map<String, ?> more) {
        return new StoredMessage<>(identifier, metadata.mergedWith(more), payloadType, payload);
    }
}
