package ilgam.member.identity.mail;

import java.io.UnsupportedEncodingException;
import java.nio.file.Path;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import ilgam.member.identity.secret.Secret;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The settings of mails: the server, the outbox folder, the sender and the public URL for links. */
@Component
public class MailSettings {

    private static final String PRODUCT = "Ilgam";

    private final String server;
    private final String outbox;
    private final String from;
    private final String publicUrl;

    MailSettings(
            @Value("${spring.mail.host:}") String server,
            @Value("${ilgam.mail.outbox:}") String outbox,
            @Value("${ilgam.mail.from:Ilgam <no-reply@localhost>}") String from,
            @Value("${ilgam.public-url:http://localhost:9000}") String publicUrl) {
        this.server = server.strip();
        this.outbox = outbox.isBlank() ? System.getProperty("java.io.tmpdir") + "/ilgam-outbox" : outbox;
        this.from = from;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Whether a mail server is configured, so that addresses can be proven by mail. */
    public boolean hasServer() {
        return !server.isEmpty();
    }

    /** The folder that mails are written to when there is no server. */
    public @Nullable Path outbox() {
        return hasServer() ? null : Path.of(outbox).toAbsolutePath().normalize();
    }

    /** The link in a mail of this kind. */
    public String link(MailTemplate letter, Secret secret) {
        return publicUrl + letter.path() + secret.text();
    }

    /** The sender of mails in this language: the product's name in it, or the sender that the operators configured. */
    InternetAddress from(String language) throws MessagingException {
        var sender = new InternetAddress(from);
        var name = sender.getPersonal();
        if (name == null || name.equals(PRODUCT))
            rename(sender, Words.in(language).text("sender"));
        return sender;
    }

    private static void rename(InternetAddress sender, String name) throws MessagingException {
        try {
            sender.setPersonal(name, UTF_8.name());
        } catch (UnsupportedEncodingException never) {
            throw new MessagingException("UTF-8 is not there.", never);
        }
    }
}
