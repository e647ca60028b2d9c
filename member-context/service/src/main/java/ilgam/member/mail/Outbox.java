package ilgam.member.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A folder of mails, one file each, which only this user can read. */
final class Outbox implements Carrier {

    private static final FileAttribute<?> OURS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final JavaMailSenderImpl blanks = new JavaMailSenderImpl();

    Outbox(Path folder) {
        this.folder = folder;
    }

    @Override
    public MimeMessage blank() {
        return blanks.createMimeMessage();
    }

    @Override
    public void carry(Mail mail, MimeMessage message) throws MessagingException, IOException {
        message.saveChanges();
        Files.createDirectories(folder, OURS_ONLY);
        var half = Files.createTempFile(folder, "." + mail.id(), ".half");
        try (var out = Files.newOutputStream(half)) {
            message.writeTo(out);
        }
        Files.move(half, folder.resolve(mail.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void forget(Set<String> addresses) {
        if (addresses.isEmpty() || !Files.isDirectory(folder)) return;
        try (var mails = Files.newDirectoryStream(folder, "*.eml")) {
            for (var mail : mails) if (addresses.contains(recipient(mail))) Files.deleteIfExists(mail);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String recipient(Path mail) throws IOException {
        try (InputStream in = Files.newInputStream(mail)) {
            return String.valueOf(new InternetHeaders(in).getHeader("To", null));
        } catch (NoSuchFileException somebodyTookIt) {
            return "";
        } catch (MessagingException noMail) {
            throw new IOException("A mail in the outbox cannot be read.", noMail);
        }
    }
}
