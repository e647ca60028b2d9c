package ilgam.member.identity.erasure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes expired data: security events after {@code ilgam.member.keep-security-events} (two years), and closed access
 * tokens and invitations after {@code ilgam.member.keep-closed} (90 days). With an invitation its address is deleted,
 * so that its security event no longer names anybody.
 */
@Component
class Retention {

    private final JdbcClient db;
    private final Clock clock;
    private final Duration securityEvents;
    private final Duration closed;

    Retention(
            JdbcClient db,
            Clock clock,
            @Value("${ilgam.member.keep-security-events:730d}") Duration securityEvents,
            @Value("${ilgam.member.keep-closed:90d}") Duration closed) {
        this.db = db;
        this.clock = clock;
        this.securityEvents = securityEvents;
        this.closed = closed;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    void sweep() {
        delete("delete from audit_entry where at < :before", securityEvents);
        delete("delete from access_token where least(revoked_at, expires_at) < :before", closed);
        delete("delete from invitation where least(revoked_at, accepted_at, expires_at) < :before", closed);
    }

    private void delete(String sql, Duration kept) {
        db.sql(sql).param("before", Timestamp.from(clock.instant().minus(kept))).update();
    }
}
