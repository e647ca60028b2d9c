package ilgam.member.identity.session;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.metrics.Figure;

/** Metrics of open sessions and failed log-ins. */
@Component
class SessionMetrics {

    private static final Duration FRESH = Duration.ofSeconds(20);

    private final Counter failedLogIns;

    SessionMetrics(JdbcClient db, MeterRegistry registry) {
        failedLogIns = Counter.builder("ilgam.logins.failed")
                .description("Log-ins with a wrong address or password, or to a deactivated account")
                .register(registry);
        var open = new Figure<Number>(FRESH, 0L, () -> open(db));
        Gauge.builder("ilgam.sessions", open)
                .description("Sessions in which members are logged in")
                .register(registry);
    }

    void logInFailed() {
        failedLogIns.increment();
    }

    /** The number of sessions. Recently ended ones that are not swept yet may be included. */
    private static long open(JdbcClient db) {
        return db.sql("select count(*) from session").query(Long.class).single();
    }
}
