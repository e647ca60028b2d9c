package ilgam.member.time.holiday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidReason;
import ilgam.member.time.holiday.CalendarRows.Row;
import ilgam.member.time.holiday.HolidayCommand.DropHoliday;
import ilgam.member.time.holiday.HolidayCommand.NameHoliday;
import ilgam.member.time.holiday.HolidayCommand.SetHolidays;
import ilgam.member.time.holiday.HolidayCommand.WithdrawHolidays;
import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.projection.ConsistentCommands;
import ilgam.starter.projection.ConsistentCommands.Shown;
import ilgam.starter.security.Caller;

/** Application service for holiday calendars. A scheduled job computes the days of coming years. */
@Component
public class HolidayCalendars {

    /** The id of the company's own calendar. */
    public static final UUID OWN = Ids.named("holiday-calendar", "own");

    private static final Logger LOG = LoggerFactory.getLogger(HolidayCalendars.class);

    private final CalendarRows rows;
    private final CountryHolidays countries;
    private final ShownHolidays shown;
    private final Commands commands;
    private final ConsistentCommands consistentCommands;
    private final CompanyDay day;
    private final Clock clock;

    HolidayCalendars(
            CalendarRows rows,
            CountryHolidays countries,
            ShownHolidays shown,
            Commands commands,
            ConsistentCommands consistentCommands,
            CompanyDay day,
            Clock clock) {
        this.rows = rows;
        this.countries = countries;
        this.shown = shown;
        this.commands = commands;
        this.consistentCommands = consistentCommands;
        this.day = day;
        this.clock = clock;
    }

    /** The earliest day that can still change. */
    public LocalDate today() {
        return day.today();
    }

    /** Makes a country's public holidays holidays from a day on. Repeated for the same country it changes nothing. */
    public UUID useCountry(String country, LocalDate from, Caller admin) {
        var id = Ids.named("holiday-calendar", country);
        var name = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
        rows.write(id, name, "COUNTRY", country, null, from);
        send(new SetHolidays(id, from, ofCountry(country), today()), admin);
        return id;
    }

    /** Makes the days of an iCalendar file holidays from a day on. Returns notes about what could not be used. */
    public List<FileNote> importFile(String name, HolidayFile file, LocalDate from, UUID id, Caller admin) {
        var read = ofFile(file);
        var days = read.days();
        if (days.stream().allMatch(holiday -> holiday.date().isBefore(from)))
            throw new Invalid(
                    InvalidReason.CALENDAR_EMPTY,
                    "The file has no holidays from {from} to {to}.",
                    Map.of("from", from, "to", Years.at(clock).lastDay()));
        rows.write(id, name, "IMPORTED", null, file.text(), from);
        send(new SetHolidays(id, from, days, today()), admin);
        return read.notes();
    }

    public void name(LocalDate date, String name, Caller admin) {
        var today = today();
        rows.write(OWN, "Own", "OWN", null, null, today);
        send(new NameHoliday(OWN, new Holiday(date, name), today), admin);
    }

    public void drop(LocalDate date, Caller admin) {
        send(new DropHoliday(OWN, date, today()), admin);
    }

    /** Withdraws the calendar's days from today on; false when there is no such calendar. */
    public boolean withdraw(UUID id, Caller admin) {
        if (!rows.has(id)) return false;
        send(new WithdrawHolidays(id, today()), admin);
        var removed = rows.remove(id);
        send(new WithdrawHolidays(id, today()), admin); // withdraws what a concurrent topUp set
        return removed;
    }

    /** Sets the days of coming years. Past days stay, as figures were computed with them. */
    @Scheduled(fixedDelay = 12 * 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void topUp() {
        rows.computed().forEach(this::topUp);
    }

    /** Sets the days of one calendar. If the calendar was withdrawn meanwhile, they are withdrawn again. */
    void topUp(Row row) {
        var source = MetaData.with(Metadata.SOURCE, "calendar");
        try {
            var country = row.country();
            var file = row.file();
            var days = country != null
                    ? ofCountry(country)
                    : file != null ? ofFile(new HolidayFile(file)).days() : List.<Holiday>of();
            if (!days.isEmpty()) commands.send(computed(row, days), source);
        } catch (Invalid unreadable) {
            LOG.warn("The days of calendar {} can no longer be computed: {}", row.id(), unreadable.getMessage());
        }
        if (!rows.has(row.id())) commands.send(new WithdrawHolidays(row.id(), today()), source);
    }

    private List<Holiday> ofCountry(String country) {
        var years = Years.at(clock);
        return countries.of(country, years.first(), years.last());
    }

    private FileDays ofFile(HolidayFile file) {
        var years = Years.at(clock);
        return file.within(years.firstDay(), years.lastDay());
    }

    private SetHolidays computed(Row row, List<Holiday> days) {
        var today = today();
        var from = row.effectiveFrom().isAfter(today) ? row.effectiveFrom() : today;
        return new SetHolidays(row.id(), from, days, today);
    }

    private void send(HolidayCommand command, Caller admin) {
        consistentCommands.sendAndAwait(
                command,
                admin,
                new Shown("holidays", command.calendar(), version -> shown.shows(command.calendar(), version)));
    }
}
