package ilgam.member.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.language.Role;

import static java.time.ZoneOffset.UTC;

/** The rows of accounts and their passwords. */
@Component
class Accounts {

    private final JdbcClient db;

    Accounts(JdbcClient db) {
        this.db = db;
    }

    Optional<Account> find(UUID member) {
        return db.sql("select member_id, email, role, sign_up_key from account where member_id = ?")
                .param(member)
                .query((row, _) -> account(row))
                .optional();
    }

    Optional<Account> findByEmailKey(String emailKey) {
        return db.sql("select member_id, email, role, sign_up_key from account where email_key = ?")
                .param(emailKey)
                .query((row, _) -> account(row))
                .optional();
    }

    /** The address of the member's account, in the form that is compared. */
    Optional<String> addressOf(MemberId member) {
        return db.sql("select email_key from account where member_id = ?")
                .param(member.value())
                .query(String.class)
                .optional();
    }

    Optional<String> passwordHashOf(MemberId member) {
        return db.sql("select password_hash from credentials where member_id = ?")
                .param(member.value())
                .query(String.class)
                .optional();
    }

    /** Whether the member is in the directory, which log-in depends on. */
    boolean isShown(MemberId member) {
        return db.sql("select exists (select from member where id = ? and account)")
                .param(member.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Writes the account; false if the member or the address has one. Uses {@code on conflict}, as a failed insert would
     * write the address into the database's log.
     */
    boolean write(MemberId member, NewAccount wanted, Role role, Instant now) {
        return db.sql("""
                                insert into account (member_id, email, email_key, role, created_at, sign_up_key, sign_up_body)
                                values (:member, :email, :key, :role, :now, :sign_up_key, :sign_up_body)
                                on conflict do nothing
                                """)
                        .param("member", member.value())
                        .param("email", wanted.email().text())
                        .param("key", wanted.email().key())
                        .param("role", role.name())
                        .param("now", Timestamp.from(now))
                        .param("sign_up_key", wanted.signUpKey(), Types.BINARY)
                        .param("sign_up_body", wanted.signUpBody())
                        .update()
                == 1;
    }

    void writePassword(MemberId member, String hash, Instant now) {
        db.sql("insert into credentials (member_id, password_hash, changed_at) values (?, ?, ?)")
                .params(member.value(), hash, now.atOffset(UTC))
                .update();
    }

    /** Deletes the account and its password; false if the member has no account with this address. */
    boolean delete(MemberId member, String emailKey) {
        int deleted = db.sql("delete from account where member_id = ? and email_key = ?")
                .params(member.value(), emailKey)
                .update();
        if (deleted == 0) return false;
        db.sql("delete from credentials where member_id = ?")
                .param(member.value())
                .update();
        return true;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("member_id", UUID.class),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getBytes("sign_up_key"));
    }
}
