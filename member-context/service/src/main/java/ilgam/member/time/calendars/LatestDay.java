package ilgam.member.time.calendars;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.time.holiday.CompanyDay;

/**
 * Today in the earliest time zone of all members, so that a change never affects a day that is over for any of them.
 */
@Component
class LatestDay implements CompanyDay {

    private final JdbcClient db;
    private final Clock clock;

    LatestDay(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public LocalDate today() {
        var now = clock.instant();
        return db.sql("""
                        select distinct coalesce(
                            (select c.time_zone from work_cycle c where c.member_id = m.id
                             order by c.effective_from desc limit 1),
                            p.time_zone)
                        from member m join profile p on p.member_id = m.id
                        where m.account and m.active
                        """).query(String.class).list().stream()
                .map(zone -> LocalDate.ofInstant(now, ZoneId.of(zone)))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
