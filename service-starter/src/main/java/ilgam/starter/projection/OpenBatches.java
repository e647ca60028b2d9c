package ilgam.starter.projection;

import java.util.LinkedHashMap;
import java.util.Map;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import ilgam.starter.messaging.Weighed;

/** The collectors of the current unit of work, in the order of their first use. */
final class OpenBatches {

    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final String KEY = OpenBatches.class.getName();

    private final Map<Batch<?>, Object> collectors = new LinkedHashMap<>();
    private long bytes;

    static OpenBatches ofThisUnit() {
        var root = CurrentUnitOfWork.get().root();
        return root.getOrComputeResource(KEY, _ -> {
            var batches = new OpenBatches();
            root.onPrepareCommit(_ -> batches.write());
            return batches;
        });
    }

    @SuppressWarnings("unchecked")
    <B> B collector(Batch<B> batch) {
        return (B) collectors.computeIfAbsent(batch, it -> (Object) it.start());
    }

    /** Counts a large event; flushes the collectors early when they hold many bytes. */
    void add(Weighed event) {
        bytes += event.bytes();
        if (bytes >= MOST_BYTES) write();
    }

    void write() {
        bytes = 0;
        var complete = new LinkedHashMap<>(collectors);
        collectors.clear();
        complete.forEach(Batch::finish);
    }

    void forget() {
        collectors.clear();
    }
}
