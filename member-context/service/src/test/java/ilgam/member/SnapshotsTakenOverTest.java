package ilgam.member;

import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.snapshots.Snapshot;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** Snapshots that were stored before their classes moved to other packages are still used. */
class SnapshotsTakenOverTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");

    private final JdbcClient db = JdbcClient.create(DATABASES.dataSource());

    @Test
    void a_snapshot_names_the_class_where_it_is_now() {
        migrateTo("25");
        for (var earlier : List.of(
                "calendar.CalendarSnapshot",
                "company.CompanySnapshot",
                "holiday.HolidaySnapshot",
                "membership.MemberSnapshot",
                "team.TeamSnapshot"))
            db.sql("insert into aggregate_snapshot values (?, 0, '', '', ?, '')")
                    .params(earlier, "ilgam.member." + earlier + ":1")
                    .update();

        migrateTo("latest");

        assertThat(db.sql("select form from aggregate_snapshot")
                        .query(String.class)
                        .list())
                .hasSize(5)
                .allSatisfy(form -> assertThat(form).endsWith(":1"))
                .allSatisfy(form -> assertThat(Class.forName(form.substring(0, form.indexOf(':'))))
                        .isAssignableTo(Snapshot.class));
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
