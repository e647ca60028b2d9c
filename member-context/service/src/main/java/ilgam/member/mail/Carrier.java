package ilgam.member.mail;

import java.io.IOException;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Takes a mail on its way: a mail server, or a folder. */
interface Carrier {

    MimeMessage blank();

    void carry(Mail mail, MimeMessage message) throws MessagingException, IOException;

    /** Deletes what it still holds for these addresses. */
    void forget(Set<String> addresses);
}
