package ilgam.starter.deadletter;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

import ilgam.starter.projection.LetterStatements;
import ilgam.starter.projection.rebuild.ProjectionWrites;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

/**
 * Retries dead letters, when they are due or when an operator asks for it. An attempt is counted before it is made, so
 * that only one instance makes it, and a letter that crashes its process is not retried at once.
 */
public final class Retries implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Retries.class);
    private static final int AT_ONCE = 20;

    private final DeadLetters letters;
    private final EventProcessingConfiguration processing;
    private final ProjectionWrites writes;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dead-letters").factory());
    private volatile LongConsumer onCount = _ -> {};

    Retries(DeadLetters letters, EventProcessingConfiguration processing, ProjectionWrites writes, Clock clock) {
        this.letters = letters;
        this.processing = processing;
        this.writes = writes;
        this.clock = clock;
    }

    /** Starts to look up due letters. */
    void start(DeadLetterProperties properties) {
        long millis = properties.lookEvery().toMillis();
        var _ = thread.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Reports the number of dead letters after each look-up. */
    public void onCount(LongConsumer listener) {
        onCount = listener;
    }

    private void look() {
        try {
            letters.due(clock.instant(), AT_ONCE).forEach(this::attempt);
            onCount.accept(letters.count());
        } catch (RuntimeException later) {
            log.warn("Dead letters could not be tried again: {}", later.toString());
        }
    }

    /** Retries a letter. Any failure leaves it for its next attempt. */
    void attempt(DeadLetter letter) {
        try {
            writes.to(letter.projection(), () -> {
                if (letters.take(letter, clock.instant())) process(letter);
            });
        } catch (RuntimeException failure) {
            log.warn("Dead letter {} could not be tried again: {}", letter.id(), failure.toString());
        }
    }

    /**
     * Retries a letter now, and those behind it.
     *
     * @throws Refused as 409 when its projection is paused, or unknown to this version
     */
    void now(DeadLetter letter) {
        writes.to(letter.projection(), () -> {
            letters.take(letter, clock.instant());
            process(letter);
        });
    }

    private void process(DeadLetter letter) {
        var queue = processor(letter);
        LetterStatements.of(DeadLetters.identifier(letter.id()), () -> queue.process(_ -> true));
    }

    private SequencedDeadLetterProcessor<EventMessage<?>> processor(DeadLetter letter) {
        return processing
                .sequencedDeadLetterProcessor(letter.projection())
                .orElseThrow(() -> new Refused(
                        HttpStatus.CONFLICT,
                        CommonReason.UNKNOWN_PROJECTION,
                        "Nothing of this version handles events under the name {name}. Discard the letter, or go back to the former version.",
                        Map.of("name", letter.projection())));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
