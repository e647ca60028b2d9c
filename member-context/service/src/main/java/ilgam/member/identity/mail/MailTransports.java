package ilgam.member.identity.mail;

import jakarta.mail.internet.MimeMessage;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

import ilgam.member.people.privacy.ErasureSubject;

/** Chooses the mail server where one is configured, otherwise the outbox folder. */
@Configuration(proxyBeanMethods = false)
class MailTransports {

    @Bean
    MailTransport transport(MailSettings settings, ObjectProvider<JavaMailSender> server) {
        var outbox = settings.outbox();
        if (outbox == null) return new Server(server.getObject());
        LoggerFactory.getLogger(MailTransports.class)
                .info("No mail server is configured: mails are written to {}.", outbox);
        return new FolderTransport(outbox);
    }

    private record Server(JavaMailSender sender) implements MailTransport {

        @Override
        public MimeMessage blank() {
            return sender.createMimeMessage();
        }

        @Override
        public void send(Mail mail, MimeMessage message) {
            sender.send(message);
        }

        // a mail that the server accepted cannot be recalled

        @Override
        public void recall(Mail mail) {}

        @Override
        public void erase(ErasureSubject subject) {}
    }
}
