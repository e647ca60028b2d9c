package ilgam.starter.projection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;
import ilgam.starter.web.SetAside;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

/** Delays an answer until the read model shows what the request changed. */
public class ReadYourWrites {

    private static final long ASK_AGAIN_MILLIS = 25;

    /** A healthy projection shows a change sooner than this, so that dead letters are looked up only afterwards. */
    private static final long USUAL_LAG_MILLIS = 75;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition processed = lock.newCondition();
    private final Duration patience;
    private final BooleanSupplier storeIsUp;
    private final Projections projections;
    private final SetAsideSequences setAside;
    private long batches;

    ReadYourWrites(Duration patience, BooleanSupplier storeIsUp, Projections projections, SetAsideSequences setAside) {
        this.patience = patience;
        this.storeIsUp = storeIsUp;
        this.projections = projections;
        this.setAside = setAside;
    }

    /**
     * Waits as {@link #await(BooleanSupplier)} does until the projection shows a change of an aggregate, but not if it
     * cannot do so.
     *
     * @param projection the name of a projection or other component
     * @throws SetAside as soon as the aggregate's events wait behind a dead letter of that projection
     */
    public void await(String projection, Object aggregate, BooleanSupplier shown) {
        projections.mustHave(projection);
        var item = aggregate.toString();
        long usual = System.nanoTime() + MILLISECONDS.toNanos(USUAL_LAG_MILLIS);
        await(() -> {
            if (shown.getAsBoolean()) return true;
            if (System.nanoTime() < usual || !setAside.has(projection, item)) return false;
            if (shown.getAsBoolean()) return true; // the dead letter is a later event
            throw new SetAside(item);
        });
    }

    /**
     * Waits until the read model shows the change. The condition is checked after every batch that a processor of this
     * service commits, and at an interval for those of other instances.
     *
     * @throws Refused as 503 after ten seconds, or when the event store went away before the read model could get the
     *     event; the change itself has happened
     */
    public void await(BooleanSupplier shown) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = batches();
            if (shown.getAsBoolean()) return;
            if (System.nanoTime() > deadline || !storeIsUp.getAsBoolean())
                throw new Refused(
                        SERVICE_UNAVAILABLE,
                        CommonReason.PROJECTION_LATE,
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

    /** Called after a processor has committed a batch. */
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
