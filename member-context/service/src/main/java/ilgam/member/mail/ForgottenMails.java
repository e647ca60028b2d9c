package ilgam.member.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.forgetting.Forgets;
import ilgam.member.forgetting.Leaver;

/** What was still to be sent to somebody who is erased, or in their name, is not; what lies in the outbox goes. */
@Component
class ForgottenMails implements Forgets {

    private final JdbcClient db;
    private final MailTransport transport;

    ForgottenMails(JdbcClient db, MailTransport transport) {
        this.db = db;
        this.transport = transport;
    }

    @Override
    public void forget(Leaver leaver) {
        db.sql("delete from mail where member_id = :member or author_id = :member or recipient_key = any (:emails)")
                .param("member", leaver.member().value())
                .param("emails", leaver.addresses().toArray(String[]::new))
                .update();
        transport.forget(leaver);
    }
}
