package ilgam.member.time.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberEvent.MemberErased;
import ilgam.member.language.MemberId;
import ilgam.member.language.WorkCalendarEvent;
import ilgam.member.language.WorkCalendarEvent.LeaveCancelled;
import ilgam.member.language.WorkCalendarEvent.LeaveTaken;
import ilgam.member.language.WorkCalendarEvent.WorkCycleCancelled;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/**
 * The work cycles that members have set, by the day from which each applies, and their leave. Cancelled ones are
 * removed.
 */
@Component
@ProcessingGroup("calendars")
@EventComponent(
        kind = Kind.PROJECTION,
        processor = "calendars",
        tables = {"work_calendar", "work_cycle", "leave"})
class CalendarProjection {

    private final JdbcClient db;

    CalendarProjection(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(WorkCalendarEvent event, Recorded recorded) {
        switch (event) {
            case WorkCycleSet set -> keep(set);
            case WorkCycleCancelled cancelled -> remove(cancelled);
            case LeaveTaken taken -> keep(taken);
            case LeaveCancelled(var _, var leave, var from) -> remove(leave, from);
        }
        db.sql("""
                        insert into work_calendar (member_id, sequence) values (?, ?)
                        on conflict (member_id) do update set sequence = excluded.sequence
                        where work_calendar.sequence < excluded.sequence
                        """).params(event.member().value(), recorded.sequence()).update();
    }

    /** Deletes the working times of an erased member. */
    @EventHandler
    void on(MemberErased erased) {
        remove(erased.member());
    }

    @ResetHandler
    void reset() {
        db.sql("truncate work_calendar, work_cycle, leave").update();
    }

    private void keep(WorkCycleSet set) {
        db.sql("""
                        insert into work_cycle (member_id, effective_from, starts_on, length_days, working_days,
                            hours_a_day, time_zone)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (member_id, effective_from) do update
                        set starts_on = excluded.starts_on, length_days = excluded.length_days,
                            working_days = excluded.working_days, hours_a_day = excluded.hours_a_day,
                            time_zone = excluded.time_zone
                        """)
                .params(
                        set.member().value(),
                        set.effectiveFrom(),
                        set.startsOn(),
                        set.lengthDays(),
                        set.workingDays().stream().map(DayOfWeek::name).toArray(String[]::new),
                        set.hoursADay(),
                        set.timeZone())
                .update();
    }

    private void remove(WorkCycleCancelled cancelled) {
        db.sql("delete from work_cycle where member_id = ? and effective_from = ?")
                .params(cancelled.member().value(), cancelled.effectiveFrom())
                .update();
    }

    private void keep(LeaveTaken taken) {
        db.sql("insert into leave (id, member_id, from_on, to_on, part) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        taken.leave(),
                        taken.member().value(),
                        taken.from(),
                        taken.to(),
                        taken.part().name())
                .update();
    }

    private void remove(UUID leave, @Nullable LocalDate from) {
        if (from == null) db.sql("delete from leave where id = ?").param(leave).update();
        else
            db.sql("update leave set to_on = ?, ended = true where id = ?")
                    .params(from.minusDays(1), leave)
                    .update();
    }

    private void remove(MemberId member) {
        db.sql("delete from leave where member_id = ?").param(member.value()).update();
        db.sql("delete from work_cycle where member_id = ?")
                .param(member.value())
                .update();
    }
}
