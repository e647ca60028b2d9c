package ilgam.member.time.company;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
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
@EventComponent(kind = Kind.PROJECTION, processor = "calendars", tables = "company_zone")
public class CompanyZone {

    /**
     * The zone that applies at an instant.
     *
     * @param version the company's current version, whatever the instant; -1 before its first event
     */
    public record Shown(String timeZone, long version) {}

    private final JdbcClient db;

    CompanyZone(JdbcClient db) {
        this.db = db;
    }

    /** The zone that applied at the instant; the current one when it is null. */
    public Shown at(@Nullable Instant instant) {
        return new Shown(zones().at(instant == null ? Instant.MAX : instant).getId(), version());
    }

    /** The company's version; -1 before its first event. */
    public long version() {
        return db.sql("select coalesce(max(sequence), -1) from company_zone")
                .query(Long.class)
                .single();
    }

    private CompanyZones zones() {
        return new CompanyZones(List.copyOf(db.sql("select from_at, time_zone from company_zone order by sequence")
                .query((row, _) -> new CompanyZones.Since(
                        row.getObject("from_at", OffsetDateTime.class).toInstant(), row.getString("time_zone")))
                .list()));
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
