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

/** Holds an answer back until the read model shows what the request changed. */
public class ReadYourWrites {

    private static final long ASK_AGAIN_MILLIS = 25;

    /** A projection that is well shows a change sooner than this: only then is it worth asking for dead letters. */
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
     * Returns once the projection shows what was changed of an aggregate, as {@link #await(BooleanSupplier)} does, but
     * does not wait for what cannot come.
     *
     * @param projection its name, or that of another component of events
     * @throws SetAside as soon as the aggregate's events wait behind a dead letter of that projection
     */
    public void await(String projection, Object aggregate, BooleanSupplier shown) {
        projections.mustHave(projection);
        var item = aggregate.toString();
        long usual = System.nanoTime() + MILLISECONDS.toNanos(USUAL_LAG_MILLIS);
        await(() -> {
            if (shown.getAsBoolean()) return true;
            if (System.nanoTime() < usual || !setAside.has(projection, item)) return false;
            if (shown.getAsBoolean()) return true; // the letter is of something that happened afterwards
            throw new SetAside(item);
        });
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
