package ilgam.member.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.forgetting.Leaver;
import ilgam.member.language.MemberId;
import ilgam.member.secret.Secret;
import ilgam.starter.ids.Ids;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody is erased in the moment in which a mail that concerns them is carried. */
class PostmanTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    @TempDir
    Path folder;

    private final JdbcClient db = JdbcClient.create(DATABASES.dataSource());
    private final MailSettings settings = new MailSettings("", "", "Ilgam <no-reply@localhost>", "http://localhost");

    @Test
    void a_mail_that_is_erased_while_it_is_carried_is_taken_back() throws IOException {
        Flyway.configure()
                .dataSource(DATABASES.dataSource())
                .locations("classpath:ilgam/migration", "classpath:db/migration")
                .load()
                .migrate();
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

        new Postman(queue, settings, new MeanwhileErased(outbox, inviter)).round();

        try (var mails = Files.list(folder)) {
            assertThat(mails)
                    .singleElement()
                    .satisfies(mail -> assertThat(Files.readString(mail)).doesNotContain(inviter.toString()));
        }
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
