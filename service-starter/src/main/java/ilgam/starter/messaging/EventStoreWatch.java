package ilgam.starter.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * Monitors whether the event store can be reached, with probes at an interval and when a command is sent. Logs an
 * absence once a minute, not once a request.
 */
public final class EventStoreWatch implements AutoCloseable {

    /** State of the event store. */
    public enum State {
        UP,
        AWAY,
        /** It answers, but refuses this process. */
        REFUSED
    }

    /**
     * Timing of probes.
     *
     * @param every interval while the store is up and no command is sent
     * @param atMost greatest age of an answer when a command is sent
     * @param timeout after which the store counts as away
     */
    public record Timing(Duration every, Duration atMost, Duration timeout) {}

    private static final Logger log = LoggerFactory.getLogger(EventStoreWatch.class);
    private static final Duration SAY_WAITING_EVERY = Duration.ofSeconds(10);
    private static final Duration SAY_AWAY_EVERY = Duration.ofMinutes(1);
    private static final Executor ASKING =
            task -> Thread.ofVirtual().name("event-store-probe").start(task);

    private final EventStoreProbe probe;
    private final Timing timing;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstUp = new CountDownLatch(1);
    private final Semaphore hurried = new Semaphore(0);
    private final long began = System.nanoTime();
    private volatile State state = State.AWAY;
    private volatile long answeredAt = System.nanoTime();
    private volatile boolean closed;
    private @Nullable Thread thread;
    private Instant awaySince = Instant.now();
    private long saidAt;

    public EventStoreWatch(EventStoreProbe probe, Timing timing) {
        this.probe = probe;
        this.timing = timing;
        this.saidAt =
                began - SAY_WAITING_EVERY.toNanos() + Duration.ofSeconds(2).toNanos();
    }

    /** Reports every change of the state, on the probing thread. */
    public void onChange(Consumer<State> listener) {
        listeners.add(listener);
    }

    /** Starts to probe, and returns after the store's first answer, however long that takes. */
    public void awaitUp() throws InterruptedException {
        start();
        firstUp.await(); // without a time-out, because stopping the process interrupts only threads that wait so
    }

    synchronized void start() {
        if (thread != null || closed) return;
        thread = Thread.ofPlatform().daemon().name("event-store-watch").start(this::keepAsking);
    }

    public State state() {
        return state;
    }

    public boolean isUp() {
        return state == State.UP;
    }

    /**
     * To be called before a command is sent.
     *
     * @throws EventStoreAway when the store is away
     */
    void mustBeUp() {
        if (!isUp()) throw EventStoreAway.notSent();
        if (System.nanoTime() - answeredAt > timing.atMost().toNanos()) hurried.release();
    }

    private void keepAsking() {
        while (!closed) {
            try {
                note(ask());
                pause();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("A listener to the event store's state failed.", e);
            }
        }
    }

    private @Nullable Throwable ask() throws InterruptedException {
        try {
            CompletableFuture.runAsync(this::askOnce, ASKING)
                    .get(timing.timeout().toMillis(), MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof CompletionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : e.getCause();
        } catch (TimeoutException e) {
            return new TimeoutException("no answer within " + timing.timeout().toMillis() + " ms");
        }
    }

    private void askOnce() {
        try {
            probe.ask();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }

    private void note(@Nullable Throwable failure) {
        if (failure == null) {
            answeredAt = System.nanoTime();
            if (!isUp()) sayUp();
            become(State.UP);
            firstUp.countDown();
        } else {
            if (isUp()) awaySince = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            var now = probe.isRefused() ? State.REFUSED : State.AWAY;
            sayNowAndThen(now, failure);
            become(now);
        }
    }

    private void become(State now) {
        if (state == now) return;
        state = now;
        for (var listener : listeners) listener.accept(now);
    }

    private void sayUp() {
        var seconds = Duration.between(awaySince, Instant.now()).toSeconds();
        if (firstUp.getCount() == 0) log.info("The event store at {} is back after {} s.", probe.address(), seconds);
        else if (seconds > 1) log.info("The event store at {} is up after {} s.", probe.address(), seconds);
    }

    private void sayNowAndThen(State now, Throwable failure) {
        boolean starting = firstUp.getCount() > 0;
        var every = starting ? SAY_WAITING_EVERY : SAY_AWAY_EVERY;
        if (state == now && System.nanoTime() - saidAt < every.toNanos()) return;
        if (starting && System.nanoTime() - saidAt < every.toNanos()) return;
        saidAt = System.nanoTime();
        var why = now == State.REFUSED ? "it refuses this process: wrong token or password" : reason(failure);
        if (starting) log.warn("Waiting for the event store at {}: {}", probe.address(), why);
        else
            log.warn(
                    "The event store at {} is away since {}: reads go on, changes are answered with 503. ({})",
                    probe.address(),
                    awaySince,
                    why);
    }

    private static String reason(Throwable failure) {
        var root = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) root = cause;
        var text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return text.lines().findFirst().orElse("");
    }

    private void pause() throws InterruptedException {
        long least = Math.min(timing.atMost().toMillis(), timing.every().toMillis());
        hurried.drainPermits();
        Thread.sleep(least);
        if (!isUp()) return;
        var _ = hurried.tryAcquire(timing.every().toMillis() - least, MILLISECONDS);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) thread.interrupt();
    }
}
