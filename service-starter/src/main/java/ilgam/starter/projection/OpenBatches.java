package ilgam.starter.projection;

import java.util.LinkedHashMap;
import java.util.Map;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** The collectors of the unit of work at hand, in the order in which they were first asked for. */
final class OpenBatches {

    private static final String KEY = OpenBatches.class.getName();

    private final Map<Batch<?>, Object> collectors = new LinkedHashMap<>();

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

    void write() {
        var complete = new LinkedHashMap<>(collectors);
        collectors.clear();
        complete.forEach(Batch::finish);
    }

    void forget() {
        collectors.clear();
    }
}
