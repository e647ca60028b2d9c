package ilgam.member.replica;

import java.util.UUID;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.CycleRule;
import ilgam.member.language.CycleRules;
import ilgam.member.language.WorkCalendarEvent.WorkCycleCancelled;
import ilgam.member.language.WorkCalendarEvent.WorkCycleSet;
import ilgam.starter.projection.EventComponent;
import ilgam.starter.projection.EventComponent.Kind;

/** Every rule that members have set, by the day from which it applies. */
@Component
@ProcessingGroup("work-cycles")
@EventComponent(kind = Kind.PROJECTION, processor = "${ilgam.member-replica.processor}", tables = "work_cycle")
public class WorkCycles {

    private final JdbcClient db;

    WorkCycles(JdbcClient db) {
        this.db = db;
    }

    public CycleRules of(UUID member) {
        return new CycleRules(db.sql("""
                                select effective_from, starts_on, length_days, time_zone from work_cycle
                                where member = ? order by effective_from
                                """).param(member).query(CycleRule.class).list());
    }

    @EventHandler
    void on(WorkCycleSet set) {
        db.sql("""
                        insert into work_cycle (member, effective_from, starts_on, length_days, time_zone)
                        values (?, ?, ?, ?, ?)
                        on conflict (member, effective_from)
                            do update set starts_on = excluded.starts_on, length_days = excluded.length_days,
                                          time_zone = excluded.time_zone
                        """)
                .params(set.member().value(), set.effectiveFrom(), set.startsOn(), set.lengthDays(), set.timeZone())
                .update();
    }

    @EventHandler
    void on(WorkCycleCancelled cancelled) {
        db.sql("delete from work_cycle where member = ? and effective_from = ?")
                .params(cancelled.member().value(), cancelled.effectiveFrom())
                .update();
    }

    @ResetHandler
    void reset() {
        db.sql("truncate work_cycle").update();
    }
}
