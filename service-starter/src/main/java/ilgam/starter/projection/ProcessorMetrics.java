package ilgam.starter.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.metrics.Figure;

/** Metrics of each processor: its lag, whether it is in an error state, and its number of dead letters. */
final class ProcessorMetrics implements ApplicationListener<ApplicationReadyEvent> {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final MeterRegistry registry;
    private final EventProcessingConfiguration processing;
    private final Projections projections;
    private final Figure<Map<String, ProcessorLag>> lags;
    private final Figure<Map<String, Long>> deadLetters;

    ProcessorMetrics(
            MeterRegistry registry,
            EventProcessingConfiguration processing,
            EventStore store,
            JdbcClient database,
            Projections projections,
            Clock clock) {
        this.registry = registry;
        this.processing = processing;
        this.projections = projections;
        this.lags = new Figure<>(FRESH, Map.of(), () -> lags(processing, store, clock));
        this.deadLetters = new Figure<>(FRESH, Map.of(), () -> deadLetters(database));
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        processing.eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) register(name, streaming);
        });
        projections.all().forEach(this::register);
    }

    private void register(String name, StreamingEventProcessor processor) {
        Gauge.builder("ilgam.processor.lag.events", () -> lag(name).events())
                .description("Events between the head of the store and the segment that is furthest behind")
                .baseUnit("events")
                .tag("processor", name)
                .register(registry);
        Gauge.builder("ilgam.processor.lag.seconds", () -> lag(name).seconds())
                .description("Age of the oldest event that the processor has not handled")
                .baseUnit("seconds")
                .tag("processor", name)
                .register(registry);
        Gauge.builder("ilgam.processor.failing", processor, ProcessorMetrics::failing)
                .description("1 while a segment of the processor cannot go on")
                .tag("processor", name)
                .register(registry);
    }

    private void register(Projections.Entry projection) {
        Gauge.builder("ilgam.dead.letters", () -> deadLetters.get().getOrDefault(projection.name(), 0L))
                .description("Events that could not be handled, and those that wait behind them")
                .tag("projection", projection.name())
                .tag("processor", projection.processor())
                .register(registry);
    }

    private ProcessorLag lag(String processor) {
        return lags.get().getOrDefault(processor, ProcessorLag.NONE);
    }

    private static double failing(StreamingEventProcessor processor) {
        return processor.isError()
                        || processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState)
                ? 1
                : 0;
    }

    private static Map<String, ProcessorLag> lags(
            EventProcessingConfiguration processing, EventStore store, Clock clock) {
        var head = store.createHeadToken();
        var newest = head == null ? 0 : head.position().orElse(0);
        var lags = new HashMap<String, ProcessorLag>();
        processing.eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming)
                lags.put(name, ProcessorLag.of(streaming, store, newest, clock));
        });
        return Map.copyOf(lags);
    }

    private static Map<String, Long> deadLetters(JdbcClient database) {
        return database.sql("select processing_group, count(*) from dead_letter group by 1")
                .query(rows -> {
                    var counts = new HashMap<String, Long>();
                    while (rows.next()) counts.put(rows.getString(1), rows.getLong(2));
                    return Map.copyOf(counts);
                });
    }
}
