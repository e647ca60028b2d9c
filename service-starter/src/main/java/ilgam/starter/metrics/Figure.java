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
 * A figure that costs a question, to a database for example. However many gauges show it, it is asked for at most once
 * in its time. Whoever reads it waits for the answer only a moment: while there is none, the last one stands.
 */
public final class Figure<T> implements Supplier<T> {

    private static final Logger log = LoggerFactory.getLogger(Figure.class);
    private static final long PATIENCE_MILLIS = 300;

    private final Duration fresh;
    private final Supplier<T> question;
    private volatile T latest;
    private long askedAt;
    private CompletableFuture<?> asking = CompletableFuture.completedFuture(null);

    /** The figure is {@code initially} until the question is answered for the first time. */
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

    /** What is being asked just now; done when nobody asks. Only the first reader waits for a slow answer. */
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
            log.debug("A figure could not be found and stays as it was: {}", away.toString());
        }
    }
}
