package ilgam.member.identity.mail;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import ilgam.starter.metrics.Figure;

/** Metrics of waiting, sent and failed mails. */
@Component
class MailMetrics {

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Counter sent;
    private final Counter failed;

    MailMetrics(Outbox queue, MeterRegistry registry) {
        sent = Counter.builder("ilgam.mails.sent")
                .description("Mails that a mail server, or the outbox folder, took")
                .register(registry);
        failed = Counter.builder("ilgam.mails.failed")
                .description("Tries to send a mail that failed; the mail waits for another")
                .register(registry);
        var waiting = new Figure<>(FRESH, Outbox.Waiting.NONE, queue::waiting);
        Gauge.builder("ilgam.mails.waiting", () -> waiting.get().mails())
                .description("Mails that wait to be sent, for the first time or again")
                .register(registry);
        Gauge.builder("ilgam.mails.oldest.waiting", () -> waiting.get().oldestSeconds())
                .description("Age of the oldest mail that waits")
                .baseUnit("seconds")
                .register(registry);
    }

    void sent() {
        sent.increment();
    }

    void failed() {
        failed.increment();
    }
}
