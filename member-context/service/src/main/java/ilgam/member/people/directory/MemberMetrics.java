package ilgam.member.people.directory;

import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.starter.metrics.Figure;

/** The number of members who can log in. */
@Component
class MemberMetrics {

    private static final Duration FRESH = Duration.ofSeconds(30);

    MemberMetrics(JdbcClient db, MeterRegistry registry) {
        var active = new Figure<Number>(FRESH, 0L, () -> active(db));
        Gauge.builder("ilgam.members.active", active)
                .description("Members with an account that is not deactivated")
                .register(registry);
    }

    private static long active(JdbcClient db) {
        return db.sql("select count(*) from member where account and active")
                .query(Long.class)
                .single();
    }
}
