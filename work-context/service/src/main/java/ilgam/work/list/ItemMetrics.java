package ilgam.work.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.messaging.Recorded;
import ilgam.starter.metrics.Figure;
import ilgam.starter.projection.rebuild.Rebuild;
import ilgam.work.language.Category;

import static ilgam.work.language.Category.DOING;
import static ilgam.work.language.Category.TODO;
import static ilgam.work.language.Category.WAITING;

/**
 * Metrics of work items: how many are open now, and how many members opened and finished since this process started.
 * Imported and replayed events are not counted.
 */
@Component
class ItemMetrics {

    private static final Duration FRESH = Duration.ofSeconds(20);

    /**
     * Counts by an index. The few deleted items, which it does not distinguish, are subtracted by an index of their
     * own.
     */
    private static final String OPEN = """
            select coalesce(s.category, 'TODO') as category, sum(v.items) as items
            from (
                select project_id, status_id, count(*) as items from item_version
                where to_at = 'infinity' group by 1, 2
                union all
                select project_id, status_id, -count(*) from item_version
                where to_at = 'infinity' and deleted group by 1, 2) v
            left join project_status s
                on s.project_id = v.project_id and s.status_id = v.status_id and s.to_at = 'infinity'
            group by 1""";

    private final Instant started;
    private final Counter opened;
    private final Counter finished;

    ItemMetrics(JdbcClient db, MeterRegistry registry, Clock clock) {
        started = clock.instant();
        opened = Counter.builder("ilgam.items.opened")
                .description("Items that members opened since this process started")
                .register(registry);
        finished = Counter.builder("ilgam.items.finished")
                .description("Moves of items into a status of category done since this process started")
                .register(registry);
        var open = new Figure<>(FRESH, Map.<String, Double>of(), () -> open(db));
        for (var category : List.of(TODO, DOING, WAITING))
            Gauge.builder("ilgam.items.open", () -> open.get().getOrDefault(category.name(), 0.0))
                    .description("Items that are neither done nor dropped nor deleted")
                    .tag("category", label(category))
                    .register(registry);
    }

    boolean isLive(Recorded recorded) {
        return !recorded.source().startsWith("import:")
                && !recorded.recordedAt().isBefore(started)
                && !Rebuild.isAtWork();
    }

    /** Counts once the current batch is committed. */
    void happened(long itemsOpened, long itemsFinished) {
        if (itemsOpened + itemsFinished == 0) return;
        CurrentUnitOfWork.get().root().afterCommit(_ -> {
            opened.increment((double) itemsOpened);
            finished.increment((double) itemsFinished);
        });
    }

    private static String label(Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Double> open(JdbcClient db) {
        return db.sql(OPEN).query(rows -> {
            var items = new HashMap<String, Double>();
            while (rows.next()) items.put(rows.getString("category"), rows.getDouble("items"));
            return Map.copyOf(items);
        });
    }
}
