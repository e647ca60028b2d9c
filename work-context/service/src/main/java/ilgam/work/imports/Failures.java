package ilgam.work.imports;

import java.time.Duration;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import static ilgam.work.imports.ImportFailure.Reason.ENDED_THE_SERVICE;
import static ilgam.work.imports.ImportFailure.Reason.GIVEN_UP;

/** Decides what follows when a step breaks: waiting for the end of an outage, another try, or giving up. */
@Component
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private static final Duration SAY_EVERY = Duration.ofMinutes(1);

    /** An import fails after this many tries without progress; the back-off is 2, 4, 8 and 16 seconds. */
    private static final int TRIES = 5;

    private final Claims claims;
    private final Endings endings;
    private volatile long saidAt = System.nanoTime() - SAY_EVERY.toNanos();

    Failures(Claims claims, Endings endings) {
        this.claims = claims;
        this.endings = endings;
    }

    /** @throws ImportFailure when each try ended the service before it could report its failure */
    void mustBeWorthATry(Import running) {
        if (running.tries() > TRIES) throw givenUp(ENDED_THE_SERVICE, "it ended the service each time");
    }

    void setAside(Import running, UUID worker, Exception broken) {
        var waiting = Waiting.after(broken);
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
        claims.release(running.id(), worker, waiting.reason());
    }

    private void retry(Import running, UUID worker, Waiting waiting, Exception broken) {
        log.warn(
                "Import {} failed and will be tried again, after try {} of {}: {}",
                running.id(),
                running.tries(),
                TRIES,
                broken.toString());
        claims.retry(running.id(), worker, waiting.reason(), Duration.ofSeconds(1L << running.tries()));
    }

    private void giveUp(Import running, UUID worker, Exception broken) {
        log.error("Import {} is given up after {} tries.", running.id(), running.tries(), broken);
        endings.fail(
                running.id(), worker, givenUp(GIVEN_UP, "an unexpected error occurred each time; it is in the log"));
    }

    private static ImportFailure givenUp(ImportFailure.Reason reason, String why) {
        var sentence =
                "The import was given up after %d tries: %s. Items imported so far stay, and the same files can be imported again."
                        .formatted(TRIES, why);
        return new ImportFailure(reason, sentence);
    }
}
