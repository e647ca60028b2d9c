package ilgam.member.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.privacy.ErasureSubject;
import ilgam.member.privacy.PersonalDataEraser;

/** What was still to be sent to somebody who is erased, or in their name, is not; what lies in the outbox goes. */
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
