package ilgam.member.time.calendars;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.member.language.MemberId;
import ilgam.member.time.calendar.WorkCycle;
import ilgam.member.time.calendars.WorkCycles.Dated;
import ilgam.member.time.company.CompanyZone;
import ilgam.member.time.holidays.Holidays;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** Answers when members work. */
@Component
public class Calendars {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final JdbcClient db;
    private final Holidays holidays;
    private final CompanyZone company;

    Calendars(JdbcClient db, Holidays holidays, CompanyZone company) {
        this.db = db;
        this.holidays = holidays;
        this.company = company;
    }

    /** The member's work cycles; the default in the company's time zone as long as they have set none. */
    public WorkCycles workCyclesOf(MemberId member) {
        return new WorkCycles(usual(), workCyclesOf(List.of(member.value())).getOrDefault(member.value(), List.of()));
    }

    private WorkCycle usual() {
        return WorkCycle.usual(company.at(null).timeZone());
    }

    private Map<UUID, List<Dated>> workCyclesOf(Collection<UUID> members) {
        record SetBy(UUID member, Dated dated) {}
        return db
                .sql("""
                        select member_id, effective_from, starts_on, length_days, working_days, hours_a_day, time_zone
                        from work_cycle where member_id = any(?) order by effective_from
                        """)
                .param(members.toArray(UUID[]::new))
                .query((row, n) -> new SetBy(
                        row.getObject("member_id", UUID.class),
                        new Dated(
                                row.getObject("effective_from", LocalDate.class),
                                new WorkCycle(
                                        row.getObject("starts_on", LocalDate.class),
                                        row.getInt("length_days"),
                                        Arrays.stream((String[]) row.getArray("working_days")
                                                        .getArray())
                                                .map(DayOfWeek::valueOf)
                                                .toList(),
                                        WorkCycle.tidy(row.getBigDecimal("hours_a_day")),
                                        row.getString("time_zone")))))
                .list()
                .stream()
                .collect(groupingBy(SetBy::member, mapping(SetBy::dated, toList())));
    }

    /** The leave that overlaps these days, the earliest first. */
    public List<LeaveView> leaveOf(MemberId member, LocalDate from, LocalDate to) {
        return leaveOf(List.of(member.value()), from, to).getOrDefault(member.value(), List.of());
    }

    private Map<UUID, List<LeaveView>> leaveOf(Collection<UUID> members, LocalDate from, LocalDate to) {
        record Taken(UUID member, LeaveView leave) {}
        return db
                .sql("""
                        select id, member_id, from_on, to_on, part, ended from leave
                        where member_id = any(?) and from_on <= ? and to_on >= ?
                        order by from_on, part, id
                        """)
                .params(members.toArray(UUID[]::new), to, from)
                .query((row, n) -> new Taken(
                        row.getObject("member_id", UUID.class),
                        new LeaveView(
                                row.getObject("id", UUID.class),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("to_on", LocalDate.class),
                                row.getString("part").toLowerCase(Locale.ROOT),
                                row.getBoolean("ended"))))
                .list()
                .stream()
                .collect(groupingBy(Taken::member, mapping(Taken::leave, toList())));
    }

    public Optional<LeaveView> leave(MemberId member, UUID id) {
        return leaveOf(member, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)).stream()
                .filter(leave -> leave.id().equals(id))
                .findFirst();
    }

    /** The days of members, with the same number of database queries as for one member. */
    public Map<UUID, List<Day>> daysOf(Set<UUID> members, LocalDate from, LocalDate to) {
        var usual = usual();
        var workCycles = workCyclesOf(members);
        var leave = leaveOf(members, from, to);
        var free = holidays.between(from, to);
        return members.stream().collect(toMap(Function.identity(), member -> {
            var own = new WorkCycles(usual, workCycles.getOrDefault(member, List.of()));
            var taken = leave.getOrDefault(member, List.of());
            return from.datesUntil(to.plusDays(1))
                    .map(date -> day(date, own.on(date).workCycle(), free, taken))
                    .toList();
        }));
    }

    /** The version of the calendar that the rows show at least; -1 before its first event. */
    public long versionOf(MemberId member) {
        return db.sql("select coalesce((select sequence from work_calendar where member_id = ?), -1)")
                .param(member.value())
                .query(Long.class)
                .single();
    }

    private static Day day(LocalDate date, WorkCycle workCycle, Map<LocalDate, String> free, List<LeaveView> leave) {
        var holiday = free.get(date);
        var works = holiday == null && workCycle.workingDays().contains(date.getDayOfWeek());
        var away = away(date, leave);
        var hours = works ? hours(workCycle.hoursADay(), away) : BigDecimal.ZERO;
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
        return away.equals("day") ? BigDecimal.ZERO : WorkCycle.tidy(full.divide(TWO));
    }
}
