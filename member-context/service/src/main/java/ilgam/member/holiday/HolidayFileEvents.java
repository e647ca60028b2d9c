package ilgam.member.holiday;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.text.Invalid;
import ilgam.member.text.Line;

/** Collects the days of the events that a parser finds in a file. */
final class HolidayFileEvents implements ContentHandler {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final int MOST_RULES = 200;
    /** A calendar has events, and an event has alarms; a parser that goes deeper and deeper runs out of stack. */
    private static final int DEEPEST = 8;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EVENT = 366;

    private final LocalDate first;
    private final LocalDate last;
    private final int most;
    private final long overtime;
    private final List<Holiday> days = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String property = "";
    private int rules;

    private String name = "";
    private @Nullable LocalDateTime start;
    private @Nullable LocalDateTime end;
    private @Nullable TemporalAmount length;
    private @Nullable Repetition repeating;
    private boolean cancelled;
    private final Set<LocalDate> left = new HashSet<>();
    private final List<LocalDate> added = new ArrayList<>();

    /** @param budget that the reckoning of repeating events has for the whole file */
    HolidayFileEvents(LocalDate first, LocalDate last, int most, Duration budget) {
        this.first = first;
        this.last = last;
        this.most = most;
        this.overtime = System.nanoTime() + budget.toNanos();
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
        if (open.size() > DEEPEST) throw new Invalid("components lie in each other too deeply.");
        if (!isEvent()) return;
        name = "";
        start = null;
        end = null;
        length = null;
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
            case "DTSTART" -> start = moment(value);
            case "DTEND" -> end = moment(value);
            case "DURATION" -> length = length(value);
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
        var begins = start;
        if (begins == null) throw new Invalid("an event has a DTSTART.");
        if (name.isEmpty()) throw new Invalid("a holiday has a name (SUMMARY).");
        var from = begins.toLocalDate();
        var to = lastDay(begins);
        if (to.isAfter(from.plusDays(LONGEST_EVENT))) throw new Invalid("a holiday lasts at most 366 days.");
        for (var begin : starts(from)) add(begin, begin.plusDays(to.toEpochDay() - from.toEpochDay()));
    }

    /** The end of an event is not part of it: a date is the day after, a time belongs to its day. */
    private LocalDate lastDay(LocalDateTime begins) {
        var over = end != null ? end : length != null ? after(begins, length) : begins;
        return over.isAfter(begins) ? over.minusNanos(1).toLocalDate() : begins.toLocalDate();
    }

    private List<LocalDate> starts(LocalDate from) {
        var starts = new ArrayList<>(added);
        if (repeating == null) starts.add(from);
        else starts.addAll(reckoned(repeating, from));
        starts.removeIf(left::contains);
        return starts;
    }

    private List<LocalDate> reckoned(Repetition repetition, LocalDate from) {
        var starts = repetition.starts(from, first.minusDays(LONGEST_EVENT), last, most + 1);
        if (System.nanoTime() - overtime > 0)
            throw new Invalid("the repeating events of this file take too long to reckon.");
        return starts;
    }

    private void add(LocalDate from, LocalDate to) {
        from.datesUntil(to.plusDays(1))
                .filter(date -> !date.isBefore(first) && !date.isAfter(last))
                .forEach(date -> days.add(new Holiday(date, name)));
        if (days.size() > most) throw new Invalid("the file has more than %,d days.".formatted(most));
    }

    private static void dates(String value, Collection<LocalDate> into) {
        for (var one : value.split(",", -1)) into.add(date(one));
    }

    private static LocalDateTime moment(String value) {
        var text = value.strip();
        try {
            return date(text).atTime(text.length() > 8 ? LocalTime.parse(text.substring(9, 15), TIME) : LocalTime.MIN);
        } catch (DateTimeException | IndexOutOfBoundsException notATime) {
            throw new Invalid("a time such as 20260101T090000 is expected.");
        }
    }

    private static TemporalAmount length(String value) {
        try {
            return TemporalAmountAdapter.parse(value.strip()).getDuration();
        } catch (DateTimeException | ArithmeticException notALength) {
            throw new Invalid("a duration such as P1D is expected.");
        }
    }

    private static LocalDateTime after(LocalDateTime begins, TemporalAmount length) {
        try {
            return begins.plus(length);
        } catch (DateTimeException | ArithmeticException tooLong) {
            throw new Invalid("a holiday lasts at most 366 days.");
        }
    }

    private static LocalDate date(String value) {
        var text = value.strip();
        try {
            return LocalDate.parse(text.length() > 8 ? text.substring(0, 8) : text, DATE);
        } catch (DateTimeException notADate) {
            throw new Invalid("a date such as 20260101 is expected.");
        }
    }

    private Repetition rule(String value) {
        if (++rules > MOST_RULES) throw new Invalid("a file has at most %d repeating events.".formatted(MOST_RULES));
        return Repetition.of(value);
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
