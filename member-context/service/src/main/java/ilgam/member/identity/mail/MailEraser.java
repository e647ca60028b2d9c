package ilgam.member.identity.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;

/** Deletes unsent mails to an erased member or in their name, and their files in the outbox. */
@Component
class MailEraser implements PersonalDataEraser {

    private final JdbcClient db;
    private final MailTransport transport;

    MailEraser(JdbcClient db, MailTransport transport) {
        this.db = db;
        this.transport = transport;
    }

    @Override
    public void erase(ErasureSubject subject) {
        db.sql("delete from mail where member_id = :member or author_id = :member or recipient_key = any (:emails)")
                .param("member", subject.member().value())
                .param("emails", subject.addresses().toArray(String[]::new))
                .update();
        transport.erase(subject);
    }
}
