package ilgam.starter.events;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.axoniq.axonserver.connector.event.EventChannel;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

import ilgam.starter.snapshots.Snapshots;

import static org.axonframework.eventsourcing.EventStreamUtils.upcastAndDeserializeDomainEvents;

/** Axon Server as event store, with a bound on the bytes in memory, and with aggregates loaded from their snapshots. */
final class AxonServerEvents extends AxonServerEventStore {

    private final AxonServerConnectionManager connections;
    private final String context;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final StoreMetrics metrics;
    private final Snapshots snapshots;
    private final HeavyEvents heavy;

    /** @param settings of a store that was built, as only that provides its storage engine */
    AxonServerEvents(
            Builder settings,
            AxonServerConnectionManager connections,
            String context,
            Serializer eventSerializer,
            EventUpcaster upcasters,
            StoreMetrics metrics,
            Snapshots snapshots) {
        super(settings);
        this.connections = connections;
        this.context = context;
        this.serializer = new GrpcMetaDataAwareSerializer(eventSerializer);
        this.upcasters = upcasters;
        this.metrics = metrics;
        this.snapshots = snapshots;
        this.heavy = new HeavyEvents(serializer, this::read);
    }

    @Override
    public DomainEventStream readEvents(String aggregate) {
        return snapshots.events(aggregate, first -> readEvents(aggregate, first));
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long first) {
        var staged = stagedDomainEventMessages(aggregate).filter(event -> event.getSequenceNumber() >= first);
        return DomainEventStream.concat(
                events(new AggregateWindows(channel(), aggregate, first)), DomainEventStream.of(staged));
    }

    private DomainEventMessage<?> read(String aggregate, long sequence) {
        return events(AggregateWindows.one(channel(), aggregate, sequence)).next();
    }

    private DomainEventStream events(AggregateWindows windows) {
        return upcastAndDeserializeDomainEvents(
                stream(windows).peek(_ -> metrics.eventsRead(1)), serializer, upcasters);
    }

    private static Stream<DomainEventData<byte[]>> stream(AggregateWindows windows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(windows, Spliterator.ORDERED), false);
    }

    private EventChannel channel() {
        return connections.getConnection(context).eventChannel();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LightStream(super.openStream(token), heavy);
    }
}
