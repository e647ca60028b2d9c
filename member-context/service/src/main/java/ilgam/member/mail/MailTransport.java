package ilgam.member.mail;

import java.io.IOException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import ilgam.member.privacy.ErasureSubject;

/** Takes a mail on its way: a mail server, or a folder. */
interface MailTransport {

    MimeMessage blank();

    void send(Mail mail, MimeMessage message) throws MessagingException, IOException;

    /** Deletes this mail, if it still holds it. */
    void recall(Mail mail) throws IOException;

    /** Deletes what it still holds that goes to whoever leaves, or names them. */
    void erase(ErasureSubject subject);
}
