package ilgam.member.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An SMTP server for tests, and the mails that it received. */
public final class MailServer {

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());

    public static MailServer started() {
        var server = new MailServer();
        server.start();
        return server;
    }

    public void start() {
        server.start();
    }

    public void stop() {
        server.stop();
    }

    public void forgetMails() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException away) {
            throw new IllegalStateException(away);
        }
    }

    public void register(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> server.getSmtp().getPort());
    }

    /** The mails to this address, after waiting for at least {@code count}. */
    public List<MimeMessage> mails(String to, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> received(to).size() >= count);
        return received(to);
    }

    public List<MimeMessage> received(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> to.equals(recipient(mail)))
                .toList();
    }

    /** All parts of a mail, decoded. */
    public static String decoded(MimeMessage mail) {
        try {
            return parts(mail.getContent());
        } catch (Exception unreadable) {
            throw new IllegalStateException(GreenMailUtil.getWholeMessage(mail), unreadable);
        }
    }

    public static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The display name of the sender. */
    public static String sender(MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getFrom()[0]).getPersonal();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String parts(Object content) throws Exception {
        if (!(content instanceof Multipart several)) return content.toString();
        var text = new StringBuilder();
        for (int n = 0; n < several.getCount(); n++)
            text.append(parts(several.getBodyPart(n).getContent())).append('\n');
        return text.toString();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A free port, which stays the same after a restart. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
