package ilgam.member.replica;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.CompanyEvent.CompanyZoneSet;
import ilgam.member.language.CompanyZones;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

import static java.time.ZoneOffset.UTC;

/** The company's time zone, now and at any past instant. */
@Component
@ProcessingGroup("company-zone")
@EventComponent(kind = Kind.PROJECTION, processor = "${ilgam.member-replica.processor}", tables = "company_zone")
public class CompanyZone {

    private final JdbcClient db;

    CompanyZone(JdbcClient db) {
        this.db = db;
    }

    public ZoneId at(Instant instant) {
        return new CompanyZones(db.sql("select from_at, time_zone from company_zone order by sequence")
                        .query((row, _) -> new CompanyZones.Since(
                                row.getObject("from_at", OffsetDateTime.class).toInstant(), row.getString("time_zone")))
                        .list())
                .at(instant);
    }

    @EventHandler
    void on(CompanyZoneSet set, Recorded recorded) {
        db.sql("""
                        insert into company_zone (sequence, from_at, time_zone) values (?, ?, ?)
                        on conflict (sequence) do nothing
                        """)
                .params(recorded.sequence(), recorded.occurredAt().atOffset(UTC), set.timeZone())
                .update();
    }

    @ResetHandler
    void reset() {
        db.sql("truncate company_zone").update();
    }
}
