package ilgam.member.people.profile;

import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of an earlier version of the database get their search form by the migration. */
class SearchNamesTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    private final JdbcClient db = JdbcClient.create(DATABASES.dataSource());

    @Test
    void existing_names_are_found_like_new_ones() {
        flyway().target("4.4").load().migrate();
        profile("선우 용녀", "ㅅㅇ ㅇㄴ");
        profile("Émile Zola", "émile zola");
        profile("", "");

        flyway().load().migrate();

        assertThat(db.sql("select search_name || '=' || initials from profile")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("선우용녀=ㅅㅇㅇㄴ", "emilezola=emilezola", "=");
    }

    private void profile(String name, String initials) {
        db.sql("""
                        insert into profile (member_id, display_name, sort_name, initials, locale, time_zone, version,
                            display_name_changed_in, locale_changed_in, time_zone_changed_in)
                        values (?, ?, ?, ?, 'ko', 'Asia/Seoul', 0, 0, 0, 0)
                        """).params(UUID.randomUUID(), name, name, initials).update();
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(DATABASES.dataSource())
                .locations("classpath:ilgam/migration", "classpath:db/migration")
                .javaMigrations(new V4_5__Search_names());
    }
}
