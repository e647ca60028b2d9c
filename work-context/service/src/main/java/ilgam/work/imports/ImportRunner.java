package ilgam.work.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * Runs two imports at a time, step by step, so that a large one does not delay the others. After any failure, this
 * instance or another continues the import from the state in its rows.
 */
@Component
public class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    private static final int SIDE_BY_SIDE = 2;

    private final Claims claims;
    private final Progress progress;
    private final Endings endings;
    private final Failures failures;
    private final Map<Step, ImportStep> steps = new EnumMap<>(Step.class);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("imports-", 0).daemon().factory());

    ImportRunner(Claims claims, Progress progress, Endings endings, Failures failures, List<ImportStep> steps) {
        this.claims = claims;
        this.progress = progress;
        this.endings = endings;
        this.failures = failures;
        steps.forEach(step -> this.steps.put(step.step(), step));
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
            claims.claim(worker).ifPresent(claimed -> run(claimed, worker));
        } catch (RuntimeException unreachable) {
            log.warn("Imports cannot be read now: {}", unreachable.toString());
        }
    }

    private void run(Import running, UUID worker) {
        var beat = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var _ = beat.scheduleWithFixedDelay(() -> claims.keep(running.id(), worker), 3, 3, TimeUnit.SECONDS);
        try {
            failures.mustBeWorthATry(running);
            runSteps(running);
        } catch (Turn.Cancelled cancelled) {
            endings.end(running.id(), "cancelled");
        } catch (Turn.Over over) {
            claims.release(running.id(), worker, null);
        } catch (ImportFailure failure) {
            endings.fail(running.id(), worker, failure);
        } catch (Exception broken) {
            failures.setAside(running, worker, broken);
        } finally {
            beat.shutdownNow();
        }
    }

    /** Runs the stored step and those after it. */
    private void runSteps(Import running) throws Exception {
        var step = running.step();
        while (step.next() != null) {
            runStep(running, step);
            step = progress.step(running.id());
        }
        if (step != Step.CLEAN) runStep(running, step);
        endings.end(running.id(), step.end());
    }

    private void runStep(Import running, Step step) throws Exception {
        progress.mustGoOn(running.id());
        Objects.requireNonNull(steps.get(step)).run(running);
    }

    private void sweep() {
        try {
            endings.sweep();
        } catch (RuntimeException unreachable) {
            log.warn("Incomplete uploads cannot be deleted now: {}", unreachable.toString());
        }
    }
}
