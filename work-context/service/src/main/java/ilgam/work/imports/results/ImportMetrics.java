package ilgam.work.imports.results;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.metrics.Figure;

/** The number of imports in each state. */
@Component
class ImportMetrics {

    private static final Duration FRESH = Duration.ofSeconds(15);

    ImportMetrics(JdbcClient db, MeterRegistry registry) {
        var imports = new Figure<>(FRESH, Map.<String, Long>of(), () -> byState(db));
        for (var state :
                List.of("spooling", "running", "done", "failed", "cancelling", "cancelled", "withdrawing", "withdrawn"))
            Gauge.builder("ilgam.imports", () -> imports.get().getOrDefault(state, 0L))
                    .description("Imports by state")
                    .tag("state", state)
                    .register(registry);
    }

    private static Map<String, Long> byState(JdbcClient db) {
        return db.sql("select state, count(*) from import group by 1").query(rows -> {
            var counts = new HashMap<String, Long>();
            while (rows.next()) counts.put(rows.getString(1), rows.getLong(2));
            return Map.copyOf(counts);
        });
    }
}
