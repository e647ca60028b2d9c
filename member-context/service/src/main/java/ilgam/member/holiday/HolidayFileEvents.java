package ilgam.member.holiday;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.text.Invalid;
import ilgam.member.text.Line;

/** Collects the days of the events that a parser finds in a file. */
final class HolidayFileEvents implements ContentHandler {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Set<String> BY_DAYS = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    /** A rule that never comes true costs a tenth of a second before that is known. */
    private static final int MOST_RULES = 200;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EVENT = 366;

    private final LocalDate first;
    private final LocalDate last;
    private final int most;
    private final List<Holiday> days = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String property = "";
    private int rules;

    private String name = "";
    private @Nullable LocalDate start;
    private @Nullable LocalDate end;
    private @Nullable Recur<LocalDate> repeating;
    private boolean cancelled;
    private final List<LocalDate> left = new ArrayList<>();
    private final List<LocalDate> added = new ArrayList<>();

    HolidayFileEvents(LocalDate first, LocalDate last, int most) {
        this.first = first;
        this.last = last;
        this.most = most;
    }

    List<Holiday> days() {
        return days.stream().distinct().toList();
    }

    @Override
    public void startCalendar() {
        // the events in it are what matters
    }

    @Override
    public void endCalendar() {
        // nothing is left open then
    }

    @Override
    public void startComponent(String component) {
        open.add(component.toUpperCase(Locale.ROOT));
        if (!isEvent()) return;
        name = "";
        start = null;
        end = null;
        repeating = null;
        cancelled = false;
        left.clear();
        added.clear();
    }

    @Override
    public void endComponent(String component) {
        if (isEvent()) finish();
        if (!open.isEmpty()) open.removeLast();
    }

    @Override
    public void startProperty(String property) {
        this.property = property.toUpperCase(Locale.ROOT);
    }

    @Override
    public void propertyValue(String value) {
        if (!isEvent()) return;
        switch (property) {
            case "SUMMARY" -> name = plain(value);
            case "DTSTART" -> start = date(value);
            case "DTEND" -> end = lastDay(value);
            case "RRULE" -> repeating = rule(value);
            case "EXDATE" -> dates(value, left);
            case "RDATE" -> dates(value, added);
            case "STATUS" -> cancelled = value.strip().equalsIgnoreCase("CANCELLED");
            default -> {
                // does not matter to a day
            }
        }
    }

    @Override
    public void endProperty(String property) {
        this.property = "";
    }

    @Override
    public void parameter(String parameter, String value) {
        // whether it is a date or a time shows in the value
    }

    private boolean isEvent() {
        return !open.isEmpty() && open.getLast().equals("VEVENT");
    }

    private void finish() {
        if (cancelled) return;
        var from = start;
        if (from == null) throw new Invalid("an event has a DTSTART.");
        if (name.isEmpty()) throw new Invalid("a holiday has a name (SUMMARY).");
        var to = end == null || end.isBefore(from) ? from : end;
        if (to.isAfter(from.plusDays(LONGEST_EVENT))) throw new Invalid("a holiday lasts at most 366 days.");
        for (var begin : starts(from)) add(begin, begin.plusDays(to.toEpochDay() - from.toEpochDay()));
    }

    private List<LocalDate> starts(LocalDate from) {
        var starts = new ArrayList<>(added);
        if (repeating == null) starts.add(from);
        else starts.addAll(repeating.getDates(from, first.minusDays(LONGEST_EVENT), last, most + 1));
        starts.removeAll(left);
        return starts;
    }

    private void add(LocalDate from, LocalDate to) {
        from.datesUntil(to.plusDays(1))
                .filter(date -> !date.isBefore(first) && !date.isAfter(last))
                .forEach(date -> days.add(new Holiday(date, name)));
        if (days.size() > most) throw new Invalid("the file has more than %,d days.".formatted(most));
    }

    /** The end of an event is not part of it: a date is the day after, a time belongs to its day. */
    private static LocalDate lastDay(String value) {
        return value.indexOf('T') < 0 || value.contains("T000000") ? date(value).minusDays(1) : date(value);
    }

    private static void dates(String value, List<LocalDate> into) {
        for (var one : value.split(",", -1)) into.add(date(one));
    }

    private static LocalDate date(String value) {
        var text = value.strip();
        try {
            return LocalDate.parse(text.length() > 8 ? text.substring(0, 8) : text, DATE);
        } catch (DateTimeException notADate) {
            throw new Invalid("a date such as 20260101 is expected.");
        }
    }

    private Recur<LocalDate> rule(String value) {
        if (++rules > MOST_RULES) throw new Invalid("a file has at most %d repeating events.".formatted(MOST_RULES));
        var frequency = value.toUpperCase(Locale.ROOT).replaceFirst(".*FREQ=([A-Z]+).*", "$1");
        if (!BY_DAYS.contains(frequency)) throw new Invalid("holidays repeat by days, weeks, months or years.");
        return new Recur<>(value.replaceAll("(?i)(UNTIL=\\d{8})T\\d{6}Z?", "$1"));
    }

    private static String plain(String value) {
        var text = value.replace("\\n", " ")
                .replace("\\N", " ")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\");
        var line = Line.tidied(text).text();
        return line.length() <= LONGEST_NAME
                ? line
                : line.substring(0, LONGEST_NAME).strip();
    }
}
