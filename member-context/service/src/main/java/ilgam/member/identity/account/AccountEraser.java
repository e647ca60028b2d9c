package ilgam.member.identity.account;

import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.people.privacy.ErasureSubject;
import ilgam.member.people.privacy.PersonalDataEraser;

/**
 * Erases the address, the password, the failed attempts and the requested mails. The address is free for other people
 * then.
 */
@Component
class AccountEraser implements PersonalDataEraser {

    private final JdbcClient db;
    private final AccountReservation reservation;
    private final PasswordAttempts attempts;

    AccountEraser(JdbcClient db, AccountReservation reservation, PasswordAttempts attempts) {
        this.db = db;
        this.reservation = reservation;
        this.attempts = attempts;
    }

    @Override
    public Set<String> addressesOf(MemberId member) {
        return db.sql("select email_key from account where member_id = ?")
                .param(member.value())
                .query(String.class)
                .set();
    }

    @Override
    public void erase(ErasureSubject subject) {
        var member = subject.member().value();
        // Locks the password row first, in the same order as a password change.
        db.sql("delete from credentials where member_id = ?").param(member).update();
        reservation.release(subject.member());
        db.sql("delete from account where member_id = ?").param(member).update();
        db.sql("delete from account_claim where member_id = ?").param(member).update();
        db.sql("delete from password_reset where member_id = ?").param(member).update();
        db.sql("delete from email_confirmation where member_id = ?")
                .param(member)
                .update();
        db.sql("delete from mail_wish where email_key = any (?)")
                .param(subject.addresses().toArray(String[]::new))
                .update();
        subject.addresses().forEach(attempts::clear);
    }
}
