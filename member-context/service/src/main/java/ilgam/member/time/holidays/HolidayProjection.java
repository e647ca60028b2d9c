package ilgam.member.time.holidays;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.HolidayEvent.HolidaysSet;
import ilgam.member.language.HolidayEvent.HolidaysWithdrawn;
import ilgam.member.time.holiday.ShownHolidays;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** The holidays of each calendar. */
@Component
@ProcessingGroup("holidays")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "holidays",
        tables = {"holiday", "holiday_version"})
class HolidayProjection implements ShownHolidays {

    private final JdbcClient db;

    HolidayProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(HolidaysSet set, Recorded recorded) {
        clear(set.calendar(), recorded);
        set.days()
                .forEach(day -> db.sql(
                                "insert into holiday (calendar, date, name) values (?, ?, ?) on conflict do nothing")
                        .params(set.calendar(), day.date(), day.name())
                        .update());
    }

    @EventHandler
    void on(HolidaysWithdrawn withdrawn, Recorded recorded) {
        clear(withdrawn.calendar(), recorded);
    }

    @ResetHandler
    void reset() {
        db.sql("truncate holiday, holiday_version").update();
    }

    @Override
    public boolean shows(UUID calendar, long version) {
        return db.sql("select coalesce((select sequence from holiday_version where calendar = ?), -1) >= ?")
                .params(calendar, version)
                .query(Boolean.class)
                .single();
    }

    private void clear(UUID calendar, Recorded recorded) {
        db.sql("delete from holiday where calendar = ?").param(calendar).update();
        db.sql("""
                        insert into holiday_version (calendar, sequence) values (?, ?)
                        on conflict (calendar) do update set sequence = excluded.sequence
                        """).params(calendar, recorded.sequence()).update();
    }
}
