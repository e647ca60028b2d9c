package ilgam.starter.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.common.AxonException;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each processor is behind the store, whether it is in trouble, and how many events it has set aside. */
final class ProcessorMetrics implements ApplicationListener<ApplicationReadyEvent> {

    private final MeterRegistry registry;
    private final EventProcessingConfiguration processing;
    private final Supplier<Long> head;
    private final Supplier<Map<String, Long>> deadLetters;

    ProcessorMetrics(
            MeterRegistry registry, EventProcessingConfiguration processing, EventStore store, JdbcClient database) {
        this.registry = registry;
        this.processing = processing;
        this.head = new Remembered<>(() -> head(store), 0L);
        this.deadLetters = new Remembered<>(() -> deadLetters(database), Map.of());
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        processing.eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor streaming) register(name, streaming);
        });
    }

    private void register(String name, StreamingEventProcessor processor) {
        Gauge.builder("ilgam.processor.lag", processor, this::lag)
                .description("events between the head of the store and the segment that is furthest behind")
                .tag("processor", name)
                .register(registry);
        Gauge.builder("ilgam.processor.failing", processor, ProcessorMetrics::failing)
                .description("1 while a segment of the processor cannot go on")
                .tag("processor", name)
                .register(registry);
        Gauge.builder("ilgam.dead.letters", () -> deadLetters.get().getOrDefault(name, 0L))
                .description("events that could not be handled and wait in the dead-letter queue")
                .tag("processor", name)
                .register(registry);
    }

    /** Only of the segments that this instance holds; the others are in the figures of theirs. */
    private double lag(StreamingEventProcessor processor) {
        long newest = head.get();
        return processor.processingStatus().values().stream()
                .mapToLong(status ->
                        Math.max(0, newest - status.getCurrentPosition().orElse(0)))
                .max()
                .orElse(0);
    }

    private static double failing(StreamingEventProcessor processor) {
        return processor.isError()
                        || processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState)
                ? 1
                : 0;
    }

    private static long head(EventStore store) {
        var token = store.createHeadToken();
        return token == null ? 0 : token.position().orElse(0);
    }

    private static Map<String, Long> deadLetters(JdbcClient database) {
        return database.sql("select processing_group, count(*) from dead_letter group by 1")
                .query(rows -> {
                    var counts = new HashMap<String, Long>();
                    while (rows.next()) counts.put(rows.getString(1), rows.getLong(2));
                    return Map.copyOf(counts);
                });
    }

    /** Asked once for all gauges of a scrape; keeps the last figure while the database is away. */
    private static final class Remembered<T> implements Supplier<T> {

        private static final Duration FRESH = Duration.ofSeconds(2);

        private final Supplier<T> source;
        private T latest;
        private long askedAt = System.nanoTime() - Duration.ofDays(1).toNanos();

        Remembered(Supplier<T> source, T initially) {
            this.source = source;
            this.latest = initially;
        }

        @Override
        public synchronized T get() {
            if (System.nanoTime() - askedAt < FRESH.toNanos()) return latest;
            askedAt = System.nanoTime();
            try {
                latest = source.get();
            } catch (DataAccessException | AxonException away) {
                return latest;
            }
            return latest;
        }
    }
}
