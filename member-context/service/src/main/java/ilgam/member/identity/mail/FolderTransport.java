package ilgam.member.identity.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.text.CaseFree;

/** Writes mails into a folder, one file each, which only this user can read. */
final class FolderTransport implements MailTransport {

    private static final Logger LOG = LoggerFactory.getLogger(FolderTransport.class);

    private static final FileAttribute<?> OURS_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** The members whom a mail concerns, so that it is found when one of them is erased. */
    private static final String MEMBERS = "X-Ilgam-Members";

    private final Path folder;
    private final JavaMailSenderImpl blanks = new JavaMailSenderImpl();

    FolderTransport(Path folder) {
        this.folder = folder;
    }

    @Override
    public MimeMessage blank() {
        return blanks.createMimeMessage();
    }

    @Override
    public void send(Mail mail, MimeMessage message) throws MessagingException, IOException {
        message.saveChanges();
        message.setHeader(MEMBERS, mail.memberId() + " " + mail.authorId());
        Files.createDirectories(folder, OURS_ONLY);
        var half = Files.createTempFile(folder, "." + mail.id(), ".half");
        try (var out = Files.newOutputStream(half)) {
            message.writeTo(out);
        }
        Files.move(half, file(mail), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void recall(Mail mail) throws IOException {
        Files.deleteIfExists(file(mail));
    }

    private Path file(Mail mail) {
        return folder.resolve(mail.id() + ".eml");
    }

    @Override
    public void erase(ErasureSubject subject) {
        if (!Files.isDirectory(folder)) return;
        var member = subject.member().toString();
        try (var mails = Files.newDirectoryStream(folder, "*.eml")) {
            for (var mail : mails) if (concerns(mail, member, subject.addresses())) Files.deleteIfExists(mail);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean concerns(Path mail, String member, Set<String> addresses) throws IOException {
        try (var in = Files.newInputStream(mail)) {
            var headers = new InternetHeaders(in, true);
            var members = String.valueOf(headers.getHeader(MEMBERS, null));
            return members.contains(member) || addresses.contains(CaseFree.of(recipient(headers)));
        } catch (NoSuchFileException somebodyTookIt) {
            return false;
        } catch (MessagingException noMail) {
            LOG.warn("{} in the outbox is not a readable mail and is kept.", mail.getFileName());
            return false;
        }
    }

    private static String recipient(InternetHeaders headers) throws MessagingException {
        var to = headers.getHeader("To", null);
        return to == null ? "" : new InternetAddress(to, false).getAddress();
    }
}
