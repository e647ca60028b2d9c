package ilgam.standalone;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A process of the system, which is started, monitored, restarted when it dies, and stopped on request. */
final class Child {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration STEADY = Duration.ofSeconds(60);

    /** How a child is started and stopped. */
    record Plan(String name, Supplier<Process> start, String stopSignal, Duration patience, LogFile log) {}

    /** A listener to a child's start and end. */
    interface Watch {

        void started(Child child);

        void died(Child child, int exitCode, Duration pause, int deathsInARow);
    }

    private final Plan plan;
    private final Watch watch;
    private volatile @Nullable Process process;
    private volatile boolean stopping;

    Child(Plan plan, Watch watch) {
        this.plan = plan;
        this.watch = watch;
    }

    String name() {
        return plan.name();
    }

    LogFile log() {
        return plan.log();
    }

    long pid() {
        var current = process;
        return current == null ? -1 : current.pid();
    }

    boolean alive() {
        var current = process;
        return current != null && current.isAlive();
    }

    void start() {
        Thread.ofPlatform().name(name()).daemon().start(this::keepRunning);
    }

    private void keepRunning() {
        var deaths = 0;
        while (!stopping) {
            var began = System.nanoTime();
            var exitCode = runOnce();
            if (stopping) return;
            if (Duration.ofNanos(System.nanoTime() - began).compareTo(STEADY) > 0) deaths = 0;
            var pause = pauseAfter(deaths++);
            watch.died(this, exitCode, pause, deaths);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private int runOnce() {
        try {
            var started = plan.start().get();
            process = started;
            if (stopping) signal("KILL");
            Thread.ofPlatform()
                    .name(name() + "-log")
                    .daemon()
                    .start(() -> plan.log().copy(started.getInputStream()));
            watch.started(this);
            return started.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        } catch (RuntimeException failure) {
            plan.log().copy(new ByteArrayInputStream((failure + "\n").getBytes(StandardCharsets.UTF_8)));
            return -1;
        }
    }

    private static Duration pauseAfter(int deaths) {
        var pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(deaths, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Sends the stop signal; may be repeated. */
    void askToStop() {
        stopping = true;
        if (alive()) signal(plan.stopSignal());
    }

    /** Waits for the plan's time-out until the process has ended, then kills it. */
    boolean awaitStopped() {
        var current = process;
        if (current == null) return true;
        try {
            if (current.waitFor(plan.patience().toMillis(), TimeUnit.MILLISECONDS)) return true;
            signal("KILL");
            current.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void signal(String name) {
        Signals.send(name, pid());
    }
}
