package ilgam.starter.events;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;

import ilgam.starter.snapshots.Snapshots;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * The embedded event store, read once per process: one reader follows its head and wakes every waiting processor when
 * it finds events. Processors that lag far behind read by themselves until they have caught up.
 */
final class SharedEventStore extends EmbeddedEventStore {

    private final Set<WakingStream> streams = ConcurrentHashMap.newKeySet();
    private final EventBell bell;
    private final Snapshots snapshots;

    SharedEventStore(
            PostgresEvents events,
            EventDatabase database,
            EventsProperties.EventStore settings,
            StoreMetrics metrics,
            Snapshots snapshots) {
        super(builder()
                .storageEngine(events)
                .cachedEvents(settings.cachedEvents())
                .fetchDelay(settings.poll().toMillis())
                .timeUnit(MILLISECONDS)
                .threadFactory(
                        Thread.ofPlatform().daemon().name("event-reader-", 0).factory()));
        this.snapshots = snapshots;
        this.bell = new EventBell(database, metrics, this::look);
        events.onHeadAdvanced(this::wakeAll);
    }

    /** Reads the store now rather than at the next poll. */
    private void look() {
        super.afterCommit(List.of());
    }

    private void wakeAll() {
        streams.forEach(WakingStream::wake);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        bell.ring();
    }

    @Override
    public DomainEventStream readEvents(String aggregate) {
        return snapshots.events(aggregate, first -> readEvents(aggregate, first));
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        var stream = new WakingStream(super.openStream(token == null ? createTailToken() : token), streams::remove);
        streams.add(stream);
        return stream;
    }

    @Override
    public void registerLifecycleHandlers(Lifecycle.LifecycleRegistry lifecycle) {
        lifecycle.onStart(Phase.INBOUND_EVENT_CONNECTORS - 10, bell::start);
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS - 10, this::shutDown);
    }

    @Override
    public void shutDown() {
        bell.close();
        super.shutDown();
    }
}
