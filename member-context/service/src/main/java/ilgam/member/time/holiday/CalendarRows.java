package ilgam.member.time.holiday;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static java.time.ZoneOffset.UTC;

/** The rows of the calendars that the company uses, with the sources from which their days are computed. */
@Component
class CalendarRows {

    /** @param effectiveFrom the first day from which the calendar applies */
    record Row(UUID id, @Nullable String country, @Nullable String file, LocalDate effectiveFrom) {}

    private final JdbcClient db;
    private final Clock clock;

    CalendarRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Writes a calendar. An existing one keeps the earlier of both effective dates. */
    void write(
            UUID id,
            String name,
            String kind,
            @Nullable String country,
            @Nullable String file,
            LocalDate effectiveFrom) {
        db.sql("""
                        insert into holiday_calendar (id, name, kind, country, file, effective_from, created_at)
                        values (:id, :name, :kind, :country, :file, :from, :now)
                        on conflict (id) do update
                        set effective_from = least(holiday_calendar.effective_from, excluded.effective_from)
                        """)
                .param("id", id)
                .param("name", name)
                .param("kind", kind)
                .param("country", country, Types.VARCHAR)
                .param("file", file, Types.VARCHAR)
                .param("from", effectiveFrom)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    List<Row> computed() {
        return db.sql("select id, country, file, effective_from from holiday_calendar where kind <> 'OWN'")
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("country"),
                        row.getString("file"),
                        row.getObject("effective_from", LocalDate.class)))
                .list();
    }

    boolean remove(UUID id) {
        return db.sql("delete from holiday_calendar where id = ?").param(id).update() == 1;
    }

    boolean has(UUID id) {
        return db.sql("select exists (select from holiday_calendar where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
