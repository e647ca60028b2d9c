package ilgam.member.identity.mail;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends waiting mails. When the mail server is unavailable, the round ends and the mails are retried with exponential
 * back-off.
 */
@Component
class OutboxWorker {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);

    private final Outbox queue;
    private final MailSettings settings;
    private final MailTransport transport;
    private final MailMetrics metrics;
    private final ReentrantLock walking = new ReentrantLock();

    OutboxWorker(Outbox queue, MailSettings settings, MailTransport transport, MailMetrics metrics) {
        this.queue = queue;
        this.settings = settings;
        this.transport = transport;
        this.metrics = metrics;
    }

    /** Runs at a fixed rate on a thread of its own, so that a slow mail server delays no other scheduled work. */
    @Scheduled(fixedRateString = "PT1S", initialDelayString = "PT1S")
    void round() {
        if (!walking.tryLock()) return;
        try {
            var next = queue.take();
            while (next.isPresent() && isDelivered(next.get())) next = queue.take();
        } finally {
            walking.unlock();
        }
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void giveUp() {
        int given = queue.giveUp();
        if (given > 0) LOG.error("{} mails were given up: no mail server accepted them within a day.", given);
    }

    /** Logs only the class of a failure, as mail servers often repeat the address in messages. */
    private boolean isDelivered(Mail mail) {
        try {
            transport.send(mail, written(mail));
            if (!queue.sent(mail.id())) transport.recall(mail);
            metrics.sent();
            return true;
        } catch (MailException | MessagingException | IOException failed) {
            metrics.failed();
            LOG.warn(
                    "Mail {} could not be sent and will be tried again: {}.",
                    mail.id(),
                    failed.getClass().getSimpleName());
            return false;
        }
    }

    private MimeMessage written(Mail mail) throws MessagingException {
        var message = transport.blank();
        var helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, "UTF-8");
        helper.setFrom(settings.from(mail.language()));
        helper.setTo(mail.recipient());
        helper.setSubject(mail.subject());
        helper.setText(mail.plain(), mail.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
