package ilgam.work;

import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** What was reserved in a database of an earlier version, brought to this one. */
class ReservationsTakenOverTest {

    private static final Postgres.Context DATABASES = Postgres.context("work");

    private final JdbcClient db = JdbcClient.create(DATABASES.dataSource());

    @Test
    void nothing_that_was_reserved_is_lost_nor_is_anything_that_was_pending_confirmed() {
        migrateTo("312");
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        db.sql("insert into project_key values ('WEB', ?, true, now()), ('OPS', ?, false, now() - interval '1 day')")
                .params(one, other)
                .update();
        db.sql("insert into item_tie values ('BLOCKS', ?, ?, true, now()), ('PARENT', ?, ?, false, '2026-01-01Z')")
                .params(one, other, other, one)
                .update();

        migrateTo("latest");

        assertThat(db.sql("""
                        select concat_ws(' ', kind, key, holder, confirmed, taken_at < now() - interval '1 hour')
                        from reservation""").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "project-key WEB " + one + " t f",
                        "project-key OPS " + other + " f t",
                        "item-tie PARENT " + other + " " + one + " " + other + " f t");
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(DATABASES.dataSource())
                .locations("classpath:ilgam/migration", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
