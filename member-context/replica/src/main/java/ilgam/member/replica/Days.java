package ilgam.member.replica;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides which day it is for due dates: in the time zone of the assignee's work cycle; for members without one and for
 * unassigned items, in the company's. A requested time zone overrides both.
 */
@Component
public class Days {

    /** The zone of a work cycle that has none: cycles from before it was required. */
    private static final String UNKNOWN = "";

    private final JdbcClient db;
    private final CompanyZone company;

    Days(JdbcClient db, CompanyZone company) {
        this.db = db;
        this.company = company;
    }

    /** The zone of members without one of their own: the requested one, or the company's at that instant. */
    public ZoneId zone(Instant now, @Nullable ZoneId requested) {
        return requested == null ? company.at(now) : requested;
    }

    /** The day at that instant, computed once for each time zone, not for each member. */
    public Today at(Instant now, @Nullable ZoneId requested) {
        var zone = zone(now, requested);
        var day = LocalDate.ofInstant(now, zone);
        if (requested != null) return Today.everywhere(day);
        var zones = db.sql("select distinct coalesce(time_zone, '') from work_cycle")
                .query(String.class)
                .list();
        Function<String, LocalDate> dayIn =
                name -> name.equals(UNKNOWN) ? day : LocalDate.ofInstant(now, ZoneId.of(name));
        if (zones.stream().map(dayIn).allMatch(day::equals)) return Today.everywhere(day);
        var elsewhere = new TreeMap<LocalDate, List<UUID>>();
        db.sql("""
                        select member, today from (
                            select distinct on (c.member) c.member, z.today
                            from work_cycle c join unnest(cast(:zones as text[]), cast(:days as date[])) as z (zone, today)
                                on z.zone = coalesce(c.time_zone, '')
                            where c.effective_from <= z.today
                            order by c.member, c.effective_from desc) as holding
                        where today <> :day
                        """)
                .param("zones", zones.toArray(String[]::new))
                .param("days", texts(zones.stream().map(dayIn).toList()))
                .param("day", day)
                .query(row -> {
                    elsewhere
                            .computeIfAbsent(row.getObject("today", LocalDate.class), _ -> new ArrayList<>())
                            .add(row.getObject("member", UUID.class));
                });
        return new Today(day, elsewhere);
    }

    private static String[] texts(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }
}
