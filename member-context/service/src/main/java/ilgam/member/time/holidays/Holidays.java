package ilgam.member.time.holidays;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up the company's holidays. */
@Component
public class Holidays {

    private static final String CALENDARS = """
            select c.id, c.name, lower(c.kind) as kind, c.country,
                   (select count(*) from holiday h where h.calendar = c.id) as days
            from holiday_calendar c
            """;

    private final JdbcClient db;

    Holidays(JdbcClient db) {
        this.db = db;
    }

    /** The holidays of these days, both included; one entry for each calendar that has the day. */
    public List<HolidayView> list(LocalDate from, LocalDate to) {
        return db.sql(
                        "select date, name, calendar from holiday where date between ? and ? order by date, name, calendar")
                .params(from, to)
                .query(HolidayView.class)
                .list();
    }

    /** The name of each holiday of these days. */
    public Map<LocalDate, String> between(LocalDate from, LocalDate to) {
        return list(from, to).stream()
                .collect(Collectors.groupingBy(
                        HolidayView::date,
                        Collectors.mapping(
                                HolidayView::name,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        names -> String.join(
                                                ", ", names.stream().distinct().toList())))));
    }

    public List<CalendarView> calendars() {
        return db.sql(CALENDARS + "order by c.created_at, c.id")
                .query(CalendarView.class)
                .list();
    }

    public Optional<CalendarView> calendar(UUID id) {
        return db.sql(CALENDARS + "where c.id = ?")
                .param(id)
                .query(CalendarView.class)
                .optional();
    }
}
