package ilgam.starter.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import ilgam.starter.messaging.EventStoreWatch;
import ilgam.starter.messaging.EventStoreWatch.State;

/** Whether this process reaches its event store. */
record AvailabilityMetrics(EventStoreWatch watch) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ilgam.event.store.up", watch, it -> it.isUp() ? 1 : 0)
                .description("1 while this process reaches the event store")
                .register(registry);
        Gauge.builder("ilgam.event.store.refused", watch, it -> it.state() == State.REFUSED ? 1 : 0)
                .description("1 while the event store refuses this process's token or password")
                .register(registry);
    }
}
