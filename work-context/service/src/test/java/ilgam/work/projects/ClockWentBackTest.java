package ilgam.work.projects;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.member.language.MemberId;
import ilgam.starter.test.Postgres;
import ilgam.work.Feed;
import ilgam.work.language.Category;
import ilgam.work.language.ProjectEvent.MemberAdmitted;
import ilgam.work.language.ProjectEvent.ProjectOpened;
import ilgam.work.language.ProjectEvent.ProjectRenamed;
import ilgam.work.language.ProjectEvent.ProjectRestricted;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

import static org.assertj.core.api.Assertions.assertThat;

/** Events as they were stored while a clock went back: what holds now goes by version all the same. */
class ClockWentBackTest {

    private static final ProjectId WEB = new ProjectId(new UUID(1, 1));
    private static final MemberId ADA = new MemberId(new UUID(2, 1));
    private static final MemberId LIN = new MemberId(new UUID(2, 2));

    private static final Instant MORNING = Instant.parse("2026-11-18T08:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-18T10:00:00Z");
    private static final Instant BEFORE_TEN = TEN.minusSeconds(60);

    private final Feed feed = new Feed(Clock.systemUTC());

    @BeforeEach
    void there_is_a_project() {
        feed.happens(MORNING, ADA.value(), new ProjectStarted(WEB, "WEB", "Web", "", Visibility.PRIVATE))
                .happens(MORNING, null, workflow("To do", Category.TODO))
                .read();
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void a_project_is_what_its_last_change_made_it() {
        feed.happens(TEN, null, new ProjectOpened(WEB))
                .happens(BEFORE_TEN, null, new ProjectRestricted(WEB))
                .happens(TEN.plusSeconds(60), null, new ProjectRenamed(WEB, "Shop"))
                .read();

        assertThat(project(null)).extracting(ProjectView::visibility).isEqualTo("private");
        assertThat(project(null)).extracting(ProjectView::name).isEqualTo("Shop");
        assertThat(feed.the(Projects.class).maySee(WEB.value(), Feed.member(LIN.value())))
                .isFalse();
        assertThat(project(BEFORE_TEN)).extracting(ProjectView::version).isEqualTo(1L);
        assertThat(project(TEN)).extracting(ProjectView::visibility).isEqualTo("private");
        assertThat(project(TEN)).extracting(ProjectView::version).isEqualTo(3L);
    }

    @Test
    void the_member_who_was_admitted_last_stays_a_member() {
        feed.happens(TEN, null, new MemberAdmitted(WEB, ADA))
                .happens(BEFORE_TEN, null, new MemberAdmitted(WEB, LIN))
                .happens(TEN.plusSeconds(60), null, new ProjectRenamed(WEB, "Shop"))
                .read();

        assertThat(project(null).members()).containsExactly(ADA.value(), LIN.value());
        assertThat(project(TEN).members()).containsExactly(ADA.value(), LIN.value());
        assertThat(feed.the(Projects.class).maySee(WEB.value(), Feed.member(LIN.value())))
                .isTrue();
    }

    @Test
    void a_status_means_what_the_last_definition_says() {
        feed.happens(TEN, null, workflow("Doing", Category.DOING))
                .happens(BEFORE_TEN, null, workflow("Waiting", Category.WAITING))
                .read();

        var names = feed.the(Projects.class).statusNames(WEB.value());
        assertThat(names.of("one", BEFORE_TEN)).isEqualTo("To do");
        assertThat(names.of("one", TEN)).isEqualTo("Waiting");
        assertThat(names.of("one", Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo("Waiting");
        assertThat(count("select count(*) from project_status where to_at = 'infinity' and category = 'WAITING'"))
                .isEqualTo(1);
    }

    @Test
    void rows_that_such_events_led_astray_are_made_again() {
        var source = Postgres.context("work").dataSource();
        var database = JdbcClient.create(source);
        var migrations =
                Flyway.configure().dataSource(source).locations("classpath:ilgam/migration", "classpath:db/migration");
        migrations.target("207").load().migrate();
        database.sql("insert into token_entry (processor_name, segment) values ('projects', 0), ('items', 0)")
                .update();
        database.sql("""
                        insert into project_version (project_id, from_at, version, name, description, visibility, archived,
                            workflow, members)
                        values (:web, :ten, 5, '', '', 'OPEN', false, '[]', '{}'),
                            (:web, :before, 6, '', '', 'PRIVATE', false, '[]', '{}')
                        """)
                .param("web", WEB.value())
                .param("ten", TEN.atOffset(java.time.ZoneOffset.UTC))
                .param("before", BEFORE_TEN.atOffset(java.time.ZoneOffset.UTC))
                .update();

        migrations.target("latest").load().migrate();

        assertThat(database.sql("select processor_name from token_entry")
                        .query(String.class)
                        .list())
                .containsExactly("items");
        assertThat(database.sql("select count(*) from project_version")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private ProjectView project(@Nullable Instant at) {
        return feed.the(Projects.class).find("WEB", Feed.admin(ADA.value()), at).orElseThrow();
    }

    private long count(String sql) {
        return feed.the(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    private static WorkflowDefined workflow(String name, Category category) {
        return new WorkflowDefined(WEB, List.of(new Status("one", name, category)), Map.of());
    }
}
