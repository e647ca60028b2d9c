package ilgam.member.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server, where one is set; otherwise the folder, which only this user can read. */
@Configuration(proxyBeanMethods = false)
class Carriers {

    @Bean
    Carrier carrier(MailSettings settings, ObjectProvider<JavaMailSender> server) {
        var outbox = settings.outbox();
        if (outbox == null) return new Server(server.getObject());
        LoggerFactory.getLogger(Carriers.class).info("No mail server is set: mails are written to {}.", outbox);
        return new Folder(outbox, new JavaMailSenderImpl());
    }

    private record Server(JavaMailSender sender) implements Carrier {

        @Override
        public MimeMessage blank() {
            return sender.createMimeMessage();
        }

        @Override
        public void carry(Mail mail, MimeMessage message) {
            sender.send(message);
        }
    }

    private record Folder(Path folder, JavaMailSender blanks) implements Carrier {

        private static final FileAttribute<?> OURS_ONLY =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

        @Override
        public MimeMessage blank() {
            return blanks.createMimeMessage();
        }

        @Override
        public void carry(Mail mail, MimeMessage message) throws MessagingException, IOException {
            message.saveChanges();
            try {
                Files.createDirectories(folder, OURS_ONLY);
                var half = Files.createTempFile(folder, "." + mail.id(), ".half");
                try (var out = Files.newOutputStream(half)) {
                    message.writeTo(out);
                }
                Files.move(half, folder.resolve(mail.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
            } catch (UncheckedIOException cannot) {
                throw cannot.getCause();
            }
        }
    }
}
