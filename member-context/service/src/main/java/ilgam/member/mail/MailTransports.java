package ilgam.member.mail;

import jakarta.mail.internet.MimeMessage;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

import ilgam.member.privacy.ErasureSubject;

/** The mail server, where one is set; otherwise the outbox. */
@Configuration(proxyBeanMethods = false)
class MailTransports {

    @Bean
    MailTransport transport(MailSettings settings, ObjectProvider<JavaMailSender> server) {
        var outbox = settings.outbox();
        if (outbox == null) return new Server(server.getObject());
        LoggerFactory.getLogger(MailTransports.class).info("No mail server is set: mails are written to {}.", outbox);
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

        // what a mail server took is its own

        @Override
        public void recall(Mail mail) {}

        @Override
        public void erase(ErasureSubject subject) {}
    }
}
