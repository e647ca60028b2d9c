package ilgam.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.dashboard.figures.Scope;
import ilgam.dashboard.figures.SummaryFigures;
import ilgam.member.replica.Today;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

/** The rows that a summary reads of a project with many open items. */
class SummaryCostTest {

    private static final int OPEN = 10_000;
    private static final UUID PROJECT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final HikariDataSource DATABASE = Databases.fresh();
    private static final Dashboard DASHBOARD = new Dashboard(DATABASE);

    private final JdbcClient db = JdbcClient.create(DATABASE);

    @AfterAll
    static void close() {
        DASHBOARD.close();
        DATABASE.close();
    }

    @Test
    void open_items_are_counted_without_reading_their_rows() {
        fill();
        var now = Instant.parse("2026-03-02T12:00:00Z");
        var scope = new Scope(List.of(PROJECT), null, null, null, now, UTC);
        long before = rowsRead();

        var summary = DASHBOARD.get(SummaryFigures.class).of(scope, Today.everywhere(LocalDate.of(2026, 3, 2)));

        assertThat(summary.open()).isEqualTo(OPEN);
        assertThat(summary.overdue()).isEqualTo(OPEN / 2);
        assertThat(rowsRead() - before).isLessThan(100);
    }

    /** Waits for the disk: until a row's commit is flushed, a vacuum does not mark the row as visible to all. */
    private void fill() {
        db.sql("set synchronous_commit = on").update();
        db.sql("insert into project values (:project, 'WEB', 'OPEN')")
                .param("project", PROJECT)
                .update();
        db.sql("""
                insert into meaning values
                    (:project, 'to-do', '-infinity', 'infinity', '-infinity', 'infinity', 'To do', 'TODO')
                """).param("project", PROJECT).update();
        db.sql("""
                insert into item (id, project, number, opened_at, title, titled_at, titled_by)
                select lpad(to_hex(n), 32, '0')::uuid, :project, n, '2026-01-05', 'Item ' || n, '2026-01-05', 1
                from generate_series(1, :open) n
                """).param("project", PROJECT).param("open", OPEN).update();
        db.sql("""
                insert into span (item, sequence, project, field, occurred_at, recorded_at, position, from_at, to_at,
                    status, status_at, kind, priority, due_on, deleted)
                select id, 0, project, 'opening', opened_at, opened_at, number, opened_at, 'infinity', 'to-do', opened_at,
                    'TASK', 'NORMAL', case when number % 2 = 0 then date '2026-02-01' end, false
                from item
                """).update();
        db.sql("vacuum analyze span").update();
    }

    private long rowsRead() {
        db.sql("select pg_stat_force_next_flush()").query(row -> {});
        return db.sql("select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = 'span'")
                .query(Long.class)
                .single();
    }
}
