package ilgam.member.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.Role;

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

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("member_id", UUID.class),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getBytes("sign_up_key"));
    }
}
