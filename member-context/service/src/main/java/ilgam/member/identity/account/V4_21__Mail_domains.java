package ilgam.member.identity.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Converts the domains of addresses to the spelling in which they are compared, which SQL cannot do. */
@Component
class V4_21__Mail_domains extends BaseJavaMigration {

    private static final List<String> TABLES = List.of("account", "invitation", "mail_wish");

    @Override
    public void migrate(Context context) throws SQLException {
        for (var table : TABLES) respell(context.getConnection(), table);
    }

    /** Two accounts whose addresses turn out to be equal keep their present keys. */
    private static void respell(Connection database, String table) throws SQLException {
        var unlessTaken = table.equals("account") ? " and not exists (select from account where email_key = ?)" : "";
        try (var statement = database.createStatement();
                var keys = statement.executeQuery("select distinct email_key from " + table
                        + " where email_key like '%@%xn--%' or email_key ~ '[^[:ascii:]]'");
                var update = database.prepareStatement(
                        "update " + table + " set email_key = ? where email_key = ?" + unlessTaken)) {
            while (keys.next()) {
                var key = keys.getString(1);
                var respelt = EmailAddress.keyOf(key);
                if (respelt.equals(key)) continue;
                update.setString(1, respelt);
                update.setString(2, key);
                if (!unlessTaken.isEmpty()) update.setString(3, respelt);
                update.executeUpdate();
            }
        }
    }
}
