package ilgam.starter.projection;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Lets a projection collect what a whole batch of events changes and write it once.
 *
 * <pre>{@code
 * private final Batch<List<Row>> rows = new Batch<>(ArrayList::new, this::insertAll);
 *
 * @EventHandler
 * void on(ItemOpened opened, Recorded recorded) {
 *     rows.current().add(new Row(opened, recorded));
 * }
 * }</pre>
 *
 * The write happens in the processor's transaction, just before it commits together with the processor's place, and
 * earlier when the events so far are heavy. When the batch fails, its events come again and are written one by one, so that only the one at fault is set aside.
 *
 * @param <B> what collects the changes
 */
public final class Batch<B> {

    private final Supplier<? extends B> fresh;
    private final Consumer<? super B> write;

    public Batch(Supplier<? extends B> fresh, Consumer<? super B> write) {
        this.fresh = fresh;
        this.write = write;
    }

    /** The collector of the batch that is being handled in this thread. */
    public B current() {
        return OpenBatches.ofThisUnit().collector(this);
    }

    B start() {
        return fresh.get();
    }

    /** Writes what {@link #start} began. */
    @SuppressWarnings("unchecked")
    void finish(@Nullable Object collector) {
        if (collector != null) write.accept((B) collector);
    }
}
