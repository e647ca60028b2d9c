package ilgam.member;

import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** Reservations survive the migration from an earlier version of the database. */
class ReservationsTakenOverTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    private final JdbcClient db = JdbcClient.create(DATABASES.dataSource());

    @Test
    void reservations_are_kept_and_pending_ones_stay_pending() {
        migrateTo("20");
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        db.sql("insert into team_name values ('shop', ?, true, now()), ('office', ?, false, now() - interval '1 day')")
                .params(one, other)
                .update();
        db.sql("insert into demotion values (?, now() - interval '1 day')")
                .param(one)
                .update();
        db.sql("insert into merger values (?, ?, now() - interval '1 day')")
                .params(one, other)
                .update();
        db.sql("""
                        insert into account (member_id, email, email_key, role, confirmed, created_at) values
                        (?, 'Ada@example.com', 'ada@example.com', 'ADMIN', true, now()),
                        (?, 'lin@example.com', 'lin@example.com', 'MEMBER', false, now() - interval '1 day')""").params(one, other).update();

        migrateTo("latest");

        assertThat(db.sql("""
                        select concat_ws(' ', kind, key, holder, confirmed, taken_at < now() - interval '1 hour')
                        from reservation""").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "team-name shop " + one + " t f",
                        "team-name office " + other + " f t",
                        "demotion " + one + " " + one + " f t",
                        "merger " + one + " " + one + " f t",
                        "email-address ada@example.com " + one + " t f",
                        "email-address lin@example.com " + other + " f t");
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
