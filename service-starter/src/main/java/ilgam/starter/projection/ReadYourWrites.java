package ilgam.starter.projection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import ilgam.starter.web.Refused;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

/** Holds an answer back until the read model shows what the request changed. */
public class ReadYourWrites {

    private static final long ASK_AGAIN_MILLIS = 25;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition processed = lock.newCondition();
    private final Duration patience;
    private final BooleanSupplier storeIsUp;
    private long batches;

    ReadYourWrites(Duration patience, BooleanSupplier storeIsUp) {
        this.patience = patience;
        this.storeIsUp = storeIsUp;
    }

    /**
     * Returns once the read model shows it. It is asked again after every batch that a processor of this service has
     * committed, and now and then for those that another instance has.
     *
     * @throws Refused as 503 when it does not within ten seconds, or the event store went away before the read model
     *     could learn of it; the change itself has happened
     */
    public void await(BooleanSupplier shown) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = batches();
            if (shown.getAsBoolean()) return;
            if (System.nanoTime() > deadline || !storeIsUp.getAsBoolean())
                throw new Refused(
                        SERVICE_UNAVAILABLE,
                        "projection-late",
                        "The change was made, but is not shown yet. Please look again in a moment.");
            waitForMoreThan(seen);
        }
    }

    private void waitForMoreThan(long seen) {
        lock.lock();
        try {
            long nanos = MILLISECONDS.toNanos(ASK_AGAIN_MILLIS);
            while (batches == seen && nanos > 0) nanos = processed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the read model.", e);
        } finally {
            lock.unlock();
        }
    }

    private long batches() {
        lock.lock();
        try {
            return batches;
        } finally {
            lock.unlock();
        }
    }

    /** A processor has committed a batch. */
    void batchProcessed() {
        lock.lock();
        try {
            batches++;
            processed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
