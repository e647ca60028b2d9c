package ilgam.dashboard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.dashboard.project.Projects;
import ilgam.member.language.MemberId;
import ilgam.starter.test.Postgres;
import ilgam.work.language.Category;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

import static org.assertj.core.api.Assertions.assertThat;

/** Events with time stamps of a clock that was set back: the version decides which one is the latest. */
class ClockWentBackTest {

    private static final ProjectId WEB = new ProjectId(new UUID(1, 1));
    private static final MemberId LIN = new MemberId(new UUID(2, 2));

    private static final Instant MORNING = Instant.parse("2026-11-18T08:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-18T10:00:00Z");
    private static final Instant BEFORE_TEN = TEN.minusSeconds(60);

    private final HikariDataSource database = Databases.fresh();
    private final Dashboard dashboard = new Dashboard(database);
    private final JdbcClient db = JdbcClient.create(database);

    @AfterEach
    void close() {
        dashboard.close();
        database.close();
    }

    @Test
    void a_project_whose_last_change_restricted_it_is_hidden() {
        dashboard.take(List.of(
                project(0, MORNING, new ProjectStarted(WEB, "WEB", "Web", "", Visibility.PRIVATE)),
                project(1, TEN, new ProjectOpened(WEB)),
                project(2, BEFORE_TEN, new ProjectRestricted(WEB))));

        assertThat(dashboard.get(Projects.class).visibleTo(LIN.value(), false)).isEmpty();
    }

    @Test
    void a_status_has_the_meaning_of_the_last_definition() {
        dashboard.take(List.of(
                project(0, MORNING, new ProjectStarted(WEB, "WEB", "Web", "", Visibility.OPEN)),
                project(1, MORNING, workflow("To do", Category.TODO)),
                project(2, TEN, workflow("Doing", Category.DOING)),
                project(3, BEFORE_TEN, workflow("Waiting", Category.WAITING))));

        assertThat(meaning(BEFORE_TEN)).isEqualTo("To do");
        assertThat(meaning(TEN)).isEqualTo("Waiting");
        assertThat(meaning(Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo("Waiting");
    }

    @Test
    void wrong_meanings_from_such_events_are_rebuilt() {
        var source = Postgres.context("dashboard").dataSource();
        var old = JdbcClient.create(source);
        var migrations =
                Flyway.configure().dataSource(source).locations("classpath:ilgam/migration", "classpath:db/migration");
        migrations.target("5").load().migrate();
        old.sql("insert into token_entry (processor_name, segment)"
                        + " values ('dashboard-projects', 0), ('dashboard-spans', 0)")
                .update();
        old.sql("""
                        insert into workflow (project, sequence, occurred_at, recorded_at, position, definition)
                        values (:web, 1, :ten, :ten, 1, '{}'), (:web, 2, :before, :before, 2, '{}')
                        """)
                .param("web", WEB.value())
                .param("ten", TEN.atOffset(ZoneOffset.UTC))
                .param("before", BEFORE_TEN.atOffset(ZoneOffset.UTC))
                .update();

        migrations.target("latest").load().migrate();

        assertThat(old.sql("select processor_name from token_entry")
                        .query(String.class)
                        .list())
                .containsExactly("dashboard-spans");
        assertThat(old.sql("select count(*) from workflow").query(Long.class).single())
                .isZero();
    }

    private String meaning(Instant at) {
        return db.sql("select name from meaning where status = 'one' and from_at <= :at and :at < to_at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    private static StoredEvent project(long sequence, Instant at, Object event) {
        return new StoredEvent(WEB.value(), sequence, at, event);
    }

    private static WorkflowDefined workflow(String name, Category category) {
        return new WorkflowDefined(WEB, List.of(new Status("one", name, category)), Map.of());
    }
}
