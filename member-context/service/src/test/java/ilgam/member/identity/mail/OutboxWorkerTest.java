package ilgam.member.identity.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import ilgam.member.identity.secret.Secret;
import ilgam.member.language.MemberId;
import ilgam.member.people.privacy.ErasureSubject;
import ilgam.starter.ids.Ids;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail that no server accepts, and one whose member is erased while it is sent. */
class OutboxWorkerTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @TempDir
    Path folder;

    private final JdbcClient db = JdbcClient.create(DATABASES.dataSource());
    private final MailSettings settings = new MailSettings("", "", "Ilgam <no-reply@localhost>", "http://localhost");

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(DATABASES.dataSource())
                .locations("classpath:ilgam/migration", "classpath:db/migration")
                .load()
                .migrate();
    }

    @BeforeEach
    void no_mail_waits() {
        db.sql("delete from mail").update();
    }

    @Test
    void operators_see_that_a_mail_cannot_be_sent_and_waits() {
        var written = Instant.parse("2026-11-23T09:00:00Z");
        var queue = new Outbox(db, settings, Clock.fixed(written, ZoneOffset.UTC));
        queue.send(MailTemplate.RESET, new Addressee(null, "lin@example.org", null, "en"), Secret.fresh(""));
        var registry = new SimpleMeterRegistry();
        var metrics = new MailMetrics(
                new Outbox(db, settings, Clock.fixed(written.plusSeconds(90), ZoneOffset.UTC)), registry);

        new OutboxWorker(queue, settings, new Unavailable(), metrics).round();

        assertThat(registry.get("ilgam.mails.failed").counter().count()).isEqualTo(1);
        assertThat(registry.get("ilgam.mails.sent").counter().count()).isZero();
        await().until(() -> registry.get("ilgam.mails.waiting").gauge().value(), waiting -> waiting == 1);
        assertThat(registry.get("ilgam.mails.oldest.waiting").gauge().value()).isEqualTo(90);
        assertThat(queue.state()).isEqualTo(new Outbox.State(1, written, 0, 0));

        var late = new Outbox(
                db, settings, Clock.fixed(written.plus(Outbox.GIVEN_UP_AFTER).plusSeconds(1), ZoneOffset.UTC));
        late.giveUp();
        late.send(MailTemplate.RESET, new Addressee(null, "lin@example.org", null, "en"), Secret.fresh(""));
        late.sent(late.take().orElseThrow().id());
        assertThat(late.state()).isEqualTo(new Outbox.State(0, null, 1, 1));
    }

    @Test
    void a_mail_that_is_erased_while_it_is_sent_is_recalled() throws IOException {
        var queue = new Outbox(db, settings, Clock.systemUTC());
        var transport = new FolderTransport(folder);
        var inviter = new MemberId(Ids.next());
        for (var author : new MemberId[] {inviter, new MemberId(Ids.next())})
            queue.send(
                    MailTemplate.INVITATION,
                    new Addressee(null, "guest@example.org", null, "en"),
                    author.value(),
                    Secret.fresh(""),
                    Map.of("inviter", author, "until", "tomorrow"));

        new OutboxWorker(
                        queue,
                        settings,
                        new MeanwhileErased(transport, inviter),
                        new MailMetrics(queue, new SimpleMeterRegistry()))
                .round();

        try (var mails = Files.list(folder)) {
            assertThat(mails)
                    .singleElement()
                    .satisfies(mail -> assertThat(Files.readString(mail)).doesNotContain(inviter.toString()));
        }
    }

    /** A mail server that is unavailable. */
    private static final class Unavailable implements MailTransport {

        @Override
        public MimeMessage blank() {
            return new JavaMailSenderImpl().createMimeMessage();
        }

        @Override
        public void send(Mail mail, MimeMessage message) {
            throw new MailSendException("away");
        }

        @Override
        public void recall(Mail mail) {}

        @Override
        public void erase(ErasureSubject someone) {}
    }

    /** Erases a member after their mails in the folder were looked up and before the next one is written. */
    private final class MeanwhileErased implements MailTransport {

        private final FolderTransport transport;
        private final MemberId subject;

        MeanwhileErased(FolderTransport transport, MemberId subject) {
            this.transport = transport;
            this.subject = subject;
        }

        @Override
        public MimeMessage blank() {
            return transport.blank();
        }

        @Override
        public void send(Mail mail, MimeMessage message) throws MessagingException, IOException {
            if (subject.value().equals(mail.authorId()))
                new MailEraser(db, transport).erase(new ErasureSubject(subject, Set.of()));
            transport.send(mail, message);
        }

        @Override
        public void recall(Mail mail) throws IOException {
            transport.recall(mail);
        }

        @Override
        public void erase(ErasureSubject someone) {
            transport.erase(someone);
        }
    }
}
