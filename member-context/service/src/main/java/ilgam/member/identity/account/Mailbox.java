package ilgam.member.identity.account;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.identity.mail.Addressee;

/** Finds whom a mail to an account goes to. People who can no longer log in get none. */
@Component
class Mailbox {

    record Known(UUID memberId, String email, String displayName, String locale, boolean proven) {

        Addressee addressee() {
            return new Addressee(memberId, email, displayName, locale);
        }
    }

    private static final String KNOWN = """
            select a.member_id, a.email, p.display_name, p.locale, a.proven
            from account a
            join profile p on p.member_id = a.member_id
            join member m on m.id = a.member_id
            where m.account and m.active and
            """;

    private final JdbcClient db;

    Mailbox(JdbcClient db) {
        this.db = db;
    }

    Optional<Known> at(String emailKey) {
        return db.sql(KNOWN + " a.email_key = ?")
                .param(emailKey)
                .query(Known.class)
                .optional();
    }

    /** Locks the member for mails until the transaction ends. */
    void lock(UUID member) {
        db.sql("select member_id from account where member_id = ? for update")
                .param(member)
                .query(UUID.class)
                .optional();
    }

    Optional<Known> of(UUID member) {
        return db.sql(KNOWN + " a.member_id = ?")
                .param(member)
                .query(Known.class)
                .optional();
    }
}
