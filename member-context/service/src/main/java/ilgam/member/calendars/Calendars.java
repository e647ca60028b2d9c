package ilgam.member.calendars;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.calendar.Rhythm;
import ilgam.member.calendars.Rhythms.Dated;
import ilgam.member.holidays.Holidays;
import ilgam.member.language.MemberId;

/** Tells when members work. */
@Component
public class Calendars {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final JdbcClient db;
    private final Holidays holidays;

    Calendars(JdbcClient db, Holidays holidays) {
        this.db = db;
        this.holidays = holidays;
    }

    /** The member's rhythms; {@code zone} is where they live, for as long as they have not set any. */
    public Rhythms rhythmsOf(MemberId member, String zone) {
        var set = db.sql("""
                        select effective_from, starts_on, length_days, working_days, hours_a_day, time_zone
                        from work_cycle where member_id = ? order by effective_from
                        """)
                .param(member.value())
                .query((row, n) -> new Dated(
                        row.getObject("effective_from", LocalDate.class),
                        new Rhythm(
                                row.getObject("starts_on", LocalDate.class),
                                row.getInt("length_days"),
                                Arrays.stream((String[])
                                                row.getArray("working_days").getArray())
                                        .map(DayOfWeek::valueOf)
                                        .toList(),
                                Rhythm.tidy(row.getBigDecimal("hours_a_day")),
                                row.getString("time_zone"))))
                .list();
        return new Rhythms(Rhythm.usual(zone), set);
    }

    /** The leave that touches these days, the earliest first. */
    public List<LeaveView> leaveOf(MemberId member, LocalDate from, LocalDate to) {
        return db.sql("""
                        select id, from_on, to_on, part, ended from leave
                        where member_id = ? and from_on <= ? and to_on >= ?
                        order by from_on, part, id
                        """)
                .params(member.value(), to, from)
                .query((row, n) -> new LeaveView(
                        row.getObject("id", UUID.class),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class),
                        row.getString("part").toLowerCase(Locale.ROOT),
                        row.getBoolean("ended")))
                .list();
    }

    public Optional<LeaveView> leave(MemberId member, UUID id) {
        return leaveOf(member, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)).stream()
                .filter(leave -> leave.id().equals(id))
                .findFirst();
    }

    public List<Day> daysOf(MemberId member, String zone, LocalDate from, LocalDate to) {
        var rhythms = rhythmsOf(member, zone);
        var leave = leaveOf(member, from, to);
        var free = holidays.between(from, to);
        return from.datesUntil(to.plusDays(1))
                .map(date -> day(date, rhythms.on(date).rhythm(), free, leave))
                .toList();
    }

    /** What the calendar shows, at least; -1 as long as nothing happened to it. */
    public long versionOf(MemberId member) {
        return db.sql("select coalesce((select sequence from work_calendar where member_id = ?), -1)")
                .param(member.value())
                .query(Long.class)
                .single();
    }

    private static Day day(LocalDate date, Rhythm rhythm, Map<LocalDate, String> free, List<LeaveView> leave) {
        var holiday = free.get(date);
        var works = holiday == null && rhythm.workingDays().contains(date.getDayOfWeek());
        var away = away(date, leave);
        var hours = works ? hours(rhythm.hoursADay(), away) : BigDecimal.ZERO;
        return new Day(date, works, hours, holiday, away);
    }

    private static @Nullable String away(LocalDate date, List<LeaveView> leave) {
        var parts = leave.stream()
                .filter(it -> !it.from().isAfter(date) && !it.to().isBefore(date))
                .map(LeaveView::part)
                .toList();
        if (parts.isEmpty()) return null;
        return parts.size() > 1 ? "day" : parts.getFirst();
    }

    private static BigDecimal hours(BigDecimal full, @Nullable String away) {
        if (away == null) return full;
        return away.equals("day") ? BigDecimal.ZERO : Rhythm.tidy(full.divide(TWO));
    }
}
