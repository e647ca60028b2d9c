package ilgam.member.mail;

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

import ilgam.member.forgetting.Leaver;
import ilgam.member.language.MemberId;
import ilgam.member.secret.Secret;
import ilgam.starter.ids.Ids;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail on its way: nobody takes it, or somebody whom it concerns is erased in that moment. */
class PostmanTest {

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
        var queue = new MailQueue(db, settings, Clock.fixed(written, ZoneOffset.UTC));
        queue.send(Letter.RESET, new Addressee(null, "lin@example.org", null, "en"), Secret.fresh(""));
        var registry = new SimpleMeterRegistry();
        var metrics = new MailMetrics(
                new MailQueue(db, settings, Clock.fixed(written.plusSeconds(90), ZoneOffset.UTC)), registry);

        new Postman(queue, settings, new Away(), metrics).round();

        assertThat(registry.get("ilgam.mails.failed").counter().count()).isEqualTo(1);
        assertThat(registry.get("ilgam.mails.sent").counter().count()).isZero();
        await().until(() -> registry.get("ilgam.mails.waiting").gauge().value(), waiting -> waiting == 1);
        assertThat(registry.get("ilgam.mails.oldest.waiting").gauge().value()).isEqualTo(90);
        assertThat(queue.state()).isEqualTo(new MailQueue.State(1, written, 0, 0));

        var late = new MailQueue(
                db, settings, Clock.fixed(written.plus(MailQueue.GIVEN_UP_AFTER).plusSeconds(1), ZoneOffset.UTC));
        late.giveUp();
        late.send(Letter.RESET, new Addressee(null, "lin@example.org", null, "en"), Secret.fresh(""));
        late.sent(late.take().orElseThrow().id());
        assertThat(late.state()).isEqualTo(new MailQueue.State(0, null, 1, 1));
    }

    @Test
    void a_mail_that_is_erased_while_it_is_carried_is_taken_back() throws IOException {
        var queue = new MailQueue(db, settings, Clock.systemUTC());
        var outbox = new Outbox(folder);
        var inviter = new MemberId(Ids.next());
        for (var author : new MemberId[] {inviter, new MemberId(Ids.next())})
            queue.send(
                    Letter.INVITATION,
                    new Addressee(null, "guest@example.org", null, "en"),
                    author.value(),
                    Secret.fresh(""),
                    Map.of("inviter", author, "until", "tomorrow"));

        new Postman(
                        queue,
                        settings,
                        new MeanwhileErased(outbox, inviter),
                        new MailMetrics(queue, new SimpleMeterRegistry()))
                .round();

        try (var mails = Files.list(folder)) {
            assertThat(mails)
                    .singleElement()
                    .satisfies(mail -> assertThat(Files.readString(mail)).doesNotContain(inviter.toString()));
        }
    }

    /** A mail server that nobody reaches. */
    private static final class Away implements Carrier {

        @Override
        public MimeMessage blank() {
            return new JavaMailSenderImpl().createMimeMessage();
        }

        @Override
        public void carry(Mail mail, MimeMessage message) {
            throw new MailSendException("away");
        }

        @Override
        public void takeBack(Mail mail) {}

        @Override
        public void forget(Leaver someone) {}
    }

    /** Erases somebody between looking for their mails in the folder and writing the next one. */
    private final class MeanwhileErased implements Carrier {

        private final Outbox outbox;
        private final MemberId leaver;

        MeanwhileErased(Outbox outbox, MemberId leaver) {
            this.outbox = outbox;
            this.leaver = leaver;
        }

        @Override
        public MimeMessage blank() {
            return outbox.blank();
        }

        @Override
        public void carry(Mail mail, MimeMessage message) throws MessagingException, IOException {
            if (leaver.value().equals(mail.authorId()))
                new ForgottenMails(db, outbox).forget(new Leaver(leaver, Set.of()));
            outbox.carry(mail, message);
        }

        @Override
        public void takeBack(Mail mail) throws IOException {
            outbox.takeBack(mail);
        }

        @Override
        public void forget(Leaver someone) {
            outbox.forget(someone);
        }
    }
}
