package ilgam.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** Whether the system is starting, ready or stopping, and why it does not start. */
final class Lifecycle {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Path logs;
    private final AtomicReference<@Nullable CannotStart> failure = new AtomicReference<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ready;

    Lifecycle(Path logs) {
        this.logs = logs;
    }

    boolean isReady() {
        return ready;
    }

    void becomeReady() {
        ready = true;
    }

    boolean isStopping() {
        return stopping.get();
    }

    /** Returns false if the system is stopping already. */
    boolean beginToStop() {
        return stopping.compareAndSet(false, true);
    }

    void end() {
        ended.countDown();
    }

    /** The first reason counts. */
    void fail(CannotStart reason) {
        failure.compareAndSet(null, reason);
    }

    void mustNotStop() {
        if (isStopping()) throw CannotStart.failed("Stopped while starting.");
    }

    void await(BooleanSupplier condition, String what) {
        await(condition, what, () -> false);
    }

    /** Waits some minutes for the condition, and longer as long as a service reports what it waits for. */
    void await(BooleanSupplier condition, String what, BooleanSupplier isWaiting) {
        var limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            throwFailure();
            mustNotStop();
            if (isWaiting.getAsBoolean()) limit = System.nanoTime() + START_LIMIT.toNanos();
            if (System.nanoTime() > limit)
                throw CannotStart.failed(
                        "After %d minutes %s is not ready: see %s.".formatted(START_LIMIT.toMinutes(), what, logs));
            Pause.of(LOOK);
        }
    }

    /** Blocks until the system has stopped or failed. */
    void awaitEnd() throws InterruptedException {
        ended.await();
        throwFailure();
    }

    private void throwFailure() {
        var why = failure.get();
        if (why != null) throw why;
    }
}
