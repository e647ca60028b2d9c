package ilgam.starter.metrics;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * A cached value that is expensive to get, a database query for example. However many gauges show it, it is refreshed
 * at most once per interval. A reader waits only a moment for a refresh, and otherwise gets the last value.
 */
public final class Figure<T> implements Supplier<T> {

    private static final Logger log = LoggerFactory.getLogger(Figure.class);
    private static final long PATIENCE_MILLIS = 300;

    private final Duration fresh;
    private final Supplier<T> question;
    private volatile T latest;
    private long askedAt;
    private CompletableFuture<?> asking = CompletableFuture.completedFuture(null);

    /** The value is {@code initially} until the first refresh. */
    public Figure(Duration fresh, T initially, Supplier<T> question) {
        this.fresh = fresh;
        this.question = question;
        this.latest = initially;
        this.askedAt = System.nanoTime() - fresh.toNanos();
    }

    @Override
    public T get() {
        try {
            askWhenOld().get(PATIENCE_MILLIS, MILLISECONDS);
        } catch (TimeoutException | ExecutionException later) {
            return latest;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return latest;
    }

    /** The refresh in progress, or a completed one. Only the reader that starts a slow refresh waits for it. */
    private synchronized CompletableFuture<?> askWhenOld() {
        if (!asking.isDone() || System.nanoTime() - askedAt < fresh.toNanos())
            return CompletableFuture.completedFuture(null);
        askedAt = System.nanoTime();
        asking = CompletableFuture.runAsync(
                this::ask, task -> Thread.ofVirtual().name("figure").start(task));
        return asking;
    }

    private void ask() {
        try {
            latest = question.get();
        } catch (RuntimeException away) {
            log.debug("A figure could not be refreshed and stays as it was: {}", away.toString());
        }
    }
}
