package ilgam.work.imports;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import static ilgam.work.imports.ImportFailure.Reason.ENDED_THE_SERVICE;
import static ilgam.work.imports.ImportFailure.Reason.GIVEN_UP;

/**
 * Runs two imports at a time, step by step, so that a large one does not delay the others. After any failure, this
 * instance or another continues the import from the state in its rows.
 */
@Component
public class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    private static final Duration SAY_EVERY = Duration.ofMinutes(1);

    /** An import fails after this many tries without progress; the back-off is 2, 4, 8 and 16 seconds. */
    private static final int TRIES = 5;

    private static final int SIDE_BY_SIDE = 2;

    private volatile long saidAt = System.nanoTime() - SAY_EVERY.toNanos();
    private final Imports imports;
    private final Staging staging;
    private final Announcing announcing;
    private final Sending sending;
    private final Withdrawing withdrawing;
    private final PersonalData personalData;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("imports-", 0).daemon().factory());

    ImportRunner(
            Imports imports,
            Staging staging,
            Announcing announcing,
            Sending sending,
            Withdrawing withdrawing,
            PersonalData personalData) {
        this.personalData = personalData;
        this.withdrawing = withdrawing;
        this.imports = imports;
        this.staging = staging;
        this.announcing = announcing;
        this.sending = sending;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        for (int i = 0; i < SIDE_BY_SIDE; i++) {
            var _ = clock.scheduleWithFixedDelay(this::work, 1, 2, TimeUnit.SECONDS);
        }
        var _ = clock.scheduleWithFixedDelay(this::sweep, 1, 30, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    /** Looks for work now instead of at the next turn. */
    public void hurry() {
        clock.execute(this::work);
    }

    private void work() {
        try {
            var worker = UUID.randomUUID();
            imports.claim(worker).ifPresent(running -> run(running, worker));
        } catch (RuntimeException unreachable) {
            log.warn("Imports cannot be read now: {}", unreachable.toString());
        }
    }

    private void run(Import running, UUID worker) {
        var beat = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var _ = beat.scheduleWithFixedDelay(() -> imports.keep(running.id(), worker), 3, 3, TimeUnit.SECONDS);
        try {
            if (running.tries() > TRIES) throw givenUp(ENDED_THE_SERVICE, "it ended the service each time");
            work(running);
        } catch (Imports.Cancelled cancelled) {
            imports.end(running.id(), "cancelled");
        } catch (Imports.TurnOver over) {
            imports.release(running.id(), worker, null);
        } catch (ImportFailure failure) {
            imports.fail(running.id(), worker, failure);
        } catch (Exception broken) {
            setAside(running, worker, Waiting.after(broken), broken);
        } finally {
            beat.shutdownNow();
        }
    }

    private void setAside(Import running, UUID worker, Waiting waiting, Exception broken) {
        if (waiting.isOutage()) await(running, worker, waiting);
        else if (running.tries() < TRIES) retry(running, worker, waiting, broken);
        else giveUp(running, worker, broken);
    }

    /** Retries every two seconds. Logs the first time and once a minute. */
    private void await(Import running, UUID worker, Waiting waiting) {
        if (System.nanoTime() - saidAt > SAY_EVERY.toNanos()) {
            saidAt = System.nanoTime();
            log.warn("Import {} waits ({}) and will continue automatically.", running.id(), waiting.reason());
        }
        imports.release(running.id(), worker, waiting.reason());
    }

    private void retry(Import running, UUID worker, Waiting waiting, Exception broken) {
        log.warn(
                "Import {} failed and will be tried again, after try {} of {}: {}",
                running.id(),
                running.tries(),
                TRIES,
                broken.toString());
        imports.retry(running.id(), worker, waiting.reason(), Duration.ofSeconds(1L << running.tries()));
    }

    private void giveUp(Import running, UUID worker, Exception broken) {
        log.error("Import {} is given up after {} tries.", running.id(), running.tries(), broken);
        imports.fail(
                running.id(), worker, givenUp(GIVEN_UP, "an unexpected error occurred each time; it is in the log"));
    }

    private static ImportFailure givenUp(ImportFailure.Reason reason, String why) {
        var sentence =
                "The import was given up after %d tries: %s. Items imported so far stay, and the same files can be imported again."
                        .formatted(TRIES, why);
        return new ImportFailure(reason, sentence);
    }

    private void work(Import running) throws Exception {
        switch (running.step()) {
            case "withdraw" -> {
                withdrawing.withdraw(running);
                personalData.erase(running);
                imports.end(running.id(), "withdrawn");
            }
            case "restore" -> {
                imports.mustGoOn(running.id());
                withdrawing.restore(running);
                imports.end(running.id(), "done");
            }
            default -> bring(running);
        }
    }

    private void bring(Import running) throws Exception {
        for (var step = running.step(); !step.equals("clean"); step = imports.step(running.id())) {
            imports.mustGoOn(running.id());
            take(running, step);
        }
        imports.end(running.id(), "done");
    }

    private void take(Import running, String step) throws Exception {
        switch (step) {
            case "stage" -> staging.stage(running);
            case "announce" -> announcing.announce(running);
            case "send" -> sending.send(running);
            default -> throw new IllegalStateException("Unknown step: " + step);
        }
    }

    private void sweep() {
        try {
            imports.sweep();
        } catch (RuntimeException unreachable) {
            log.warn("Incomplete uploads cannot be deleted now: {}", unreachable.toString());
        }
    }
}
