package ilgam.starter.events;

import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/** Durations of appends and reads of the event store, and the number of its transactions. */
final class StoreMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2_000)
    };

    private final Timer append;
    private final Timer read;
    private final Counter appends;
    private final Counter transactions;
    private final Counter events;

    StoreMetrics(MeterRegistry registry) {
        append = timer("ilgam.event.store.append", "How long an append took, failed ones included")
                .register(registry);
        read = timer("ilgam.event.store.read", "How long a query for events took, of an aggregate or for processors")
                .register(registry);
        appends = Counter.builder("ilgam.event.store.appends")
                .description("Appends asked for, each the events of one command")
                .register(registry);
        transactions = Counter.builder("ilgam.event.store.transactions")
                .description("Transactions of the store for appends, and for waking the other processes after them")
                .register(registry);
        events = Counter.builder("ilgam.event.store.events.read")
                .description("Events of aggregates that were read, most of them for commands")
                .register(registry);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    void appended(Runnable appending) {
        appends();
        append.record(appending);
    }

    <T> T read(Supplier<T> reading) {
        var began = System.nanoTime();
        try {
            return reading.get();
        } finally {
            wasRead(System.nanoTime() - began);
        }
    }

    /** Counts an append that begins. */
    void appends() {
        appends.increment();
    }

    void wasAppended(long nanos) {
        append.record(nanos, NANOSECONDS);
    }

    void wasRead(long nanos) {
        read.record(nanos, NANOSECONDS);
    }

    /** Counts events that were read of an aggregate. */
    void eventsRead(int count) {
        events.increment(count);
    }

    /** Counts a statement in auto-commit mode, or an append to Axon Server. */
    void transaction() {
        transactions.increment();
    }
}
