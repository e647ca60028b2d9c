package ilgam.member.identity.mail;

import java.io.IOException;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import ilgam.member.people.privacy.ErasureSubject;

/** Delivers mails, to a mail server or into a folder. */
interface MailTransport {

    MimeMessage blank();

    void send(Mail mail, MimeMessage message) throws MessagingException, IOException;

    /** Deletes this mail, if the transport still has it. */
    void recall(Mail mail) throws IOException;

    /** Deletes the mails that it still has to the erased member or that name them. */
    void erase(ErasureSubject subject);
}
