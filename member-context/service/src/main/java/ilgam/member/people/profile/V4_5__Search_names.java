package ilgam.member.people.profile;

import java.sql.SQLException;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Computes the search form of existing names, which SQL cannot do. */
@Component
class V4_5__Search_names extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        var database = context.getConnection();
        try (var statement = database.createStatement()) {
            statement.execute("alter table profile add column search_name text collate \"C\" not null default ''");
            try (var names = statement.executeQuery("select distinct display_name from profile");
                    var update = database.prepareStatement(
                            "update profile set search_name = ?, initials = ? where display_name = ?")) {
                while (names.next()) {
                    var name = new DisplayName(names.getString(1));
                    update.setString(1, name.searchName());
                    update.setString(2, name.initials());
                    update.setString(3, name.text());
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }
}
