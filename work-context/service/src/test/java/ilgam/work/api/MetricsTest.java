package ilgam.work.api;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.test.Metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MetricsTest extends Office {

    /** Longer than any figure is remembered. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Autowired
    private ApplicationContext service;

    @Autowired
    private JdbcClient db;

    @Test
    void opened_and_finished_items_are_counted() {
        var ada = member();
        var web = project(ada);
        var before = metrics();
        var task = task(ada, web);
        task(ada, web);
        ada.patch("/api/tasks/" + task, "{'status': 'In progress'}");
        ada.patch("/api/tasks/" + task, "{'status': 'Done'}");
        ada.patch("/api/tasks/" + task, "{'title': 'Still done'}");

        await().untilAsserted(() -> {
            assertThat(risen(before, "ilgam_items_opened_total")).isEqualTo(2);
            assertThat(risen(before, "ilgam_items_finished_total")).isEqualTo(1);
        });
    }

    private double risen(Metrics before, String name) {
        return metrics().value(name) - before.value(name);
    }

    @Test
    void open_items_are_counted_by_category() {
        var ada = member();
        var web = project(ada);
        var before = metrics();
        task(ada, web);
        for (var status : new String[] {"In progress", "Blocked", "Done"})
            ada.patch("/api/tasks/" + task(ada, web), "{'status': '%s'}".formatted(status));
        ada.delete("/api/tasks/" + task(ada, web));

        await().atMost(PATIENCE).untilAsserted(() -> {
            for (var category : new String[] {"todo", "doing", "waiting"})
                assertThat(metrics().value("ilgam_items_open", "category", category)
                                - before.value("ilgam_items_open", "category", category))
                        .as(category)
                        .isGreaterThanOrEqualTo(1);
            assertThat(open()).isEqualTo(counted());
        });
    }

    private double open() {
        return metrics().value("ilgam_items_open", "category", "todo")
                + metrics().value("ilgam_items_open", "category", "doing")
                + metrics().value("ilgam_items_open", "category", "waiting");
    }

    /** By another way than the metric takes. */
    private double counted() {
        return db.sql("""
                        select count(*) from item_version v
                        where v.to_at = 'infinity' and not v.deleted and not exists (
                            select from project_status s where s.project_id = v.project_id
                            and s.status_id = v.status_id and s.to_at = 'infinity' and s.category in ('DONE', 'DROPPED'))
                        """).query(Long.class).single();
    }

    @Test
    void imports_are_counted_by_state() {
        var failed = metrics().value("ilgam_imports", "state", "failed");
        db.sql("""
                        insert into import (id, project_key, project_id, own_project, asked_by, state, failure)
                        values (?, 'WEB', ?, false, ?, 'failed', 'It makes no sense.')
                        """)
                .params(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID())
                .update();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(metrics().value("ilgam_imports", "state", "failed"))
                        .isEqualTo(failed + 1));
        assertThat(metrics().value("ilgam_imports", "state", "running")).isZero();
    }

    @Test
    void no_item_can_be_told_from_the_metrics_and_none_makes_more_of_them() {
        use(project(manager()));
        var series = metrics().names();
        for (int i = 0; i < 10; i++) use(project(manager()));
        assertThat(metrics().names())
                .isEqualTo(series)
                .noneMatch(name -> name.matches(".*(Tidy|P[0-9]+-?|[0-9a-f]{8}-[0-9a-f]{4}).*"));
    }

    private void use(String project) {
        var lin = member();
        var task = task(lin, project);
        lin.get("/api/tasks/" + task);
        lin.get("/api/tasks/" + task + "/history");
        lin.get("/api/tasks/" + UUID.randomUUID());
        lin.get("/api/work-items?q=" + task);
        lin.get("/api/" + task);
        lin.post("/api/tasks/" + task + "/comments", "{'text': 'Tidy is better'}");
        lin.patch("/api/tasks/" + task, "{'status': 'nowhere'}");
    }

    @Test
    void there_are_never_more_than_2500_series() {
        assertThat(metrics().worstCase(service)).isLessThanOrEqualTo(2_500);
    }

    private Metrics metrics() {
        return Metrics.of(service);
    }
}
