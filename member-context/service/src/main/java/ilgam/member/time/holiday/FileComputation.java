package ilgam.member.time.holiday;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import ilgam.member.language.HolidayEvent.Holiday;
import ilgam.member.time.holiday.FileZones.Zone;
import ilgam.member.time.holiday.Series.Stretch;
import ilgam.starter.refusal.Sentence;

/** Computes the days of a file's events within a range of years, limited in number and computing time. */
final class FileComputation {

    static final int LONGEST_EVENT = 366;

    private final LocalDate first;
    private final LocalDate last;
    private final int most;
    private final long overtime;
    private final List<Holiday> days = new ArrayList<>();
    private boolean used;

    /** @param budget the computing time for all repeating events of the file */
    FileComputation(LocalDate first, LocalDate last, int most, Duration budget) {
        this.first = first;
        this.last = last;
        this.most = most;
        this.overtime = System.nanoTime() + budget.toNanos();
    }

    List<Holiday> days() {
        return days.stream().distinct().toList();
    }

    /** Whether any event could be used, even one whose days are outside the range. */
    boolean hasUsed() {
        return used;
    }

    void add(Series series) {
        if (!series.isCancelled()) series.stretches(starts(series)).forEach(stretch -> add(stretch, series.line()));
        used = true;
    }

    private void add(Stretch stretch, int line) {
        var from = stretch.from().isBefore(first) ? first : stretch.from();
        var to = stretch.to().isAfter(last) ? last : stretch.to();
        if (!from.isAfter(to))
            from.datesUntil(to.plusDays(1)).forEach(date -> days.add(new Holiday(date, stretch.name())));
        if (days.size() > most)
            throw FileEvents.refused(
                    line,
                    FileFault.TOO_MANY_DAYS,
                    Sentence.of("the file has more than {most:,} days.", Map.of("most", most)));
    }

    private List<LocalDate> starts(Series series) {
        var event = series.event();
        var zone = series.zone();
        var starts = new TreeSet<LocalDate>();
        event.added().forEach(moment -> starts.add(day(moment, zone)));
        if (event.rules().isEmpty()) starts.add(day(event.start(), zone));
        event.rules().forEach(rule -> starts.addAll(repeated(rule, series, zone)));
        var left = new HashSet<LocalDate>();
        event.left().forEach(moment -> left.add(day(moment, zone)));
        event.exceptions().forEach(rule -> left.addAll(repeated(rule, series, zone)));
        starts.removeIf(left::contains);
        return List.copyOf(starts);
    }

    /**
     * The days of a recurrence rule. Programs mean a rule of an event in UTC either in UTC or in the calendar's zone:
     * it is taken in the one in which the rule yields the event's own start.
     */
    private Collection<LocalDate> repeated(Repetition rule, Series series, Zone zone) {
        var start = series.event().start();
        var local = day(start, zone);
        var written = start.written().toLocalDate();
        if (local.equals(written) || !rule.starts(zone, local, local, local, 1).isEmpty())
            return computed(rule, zone, local, series.line());
        long later = local.toEpochDay() - written.toEpochDay();
        return computed(rule, utc -> utc, written, series.line()).stream()
                .map(day -> day.plusDays(later))
                .toList();
    }

    private List<LocalDate> computed(Repetition rule, Zone zone, LocalDate from, int line) {
        var starts = rule.starts(zone, from, first.minusDays(LONGEST_EVENT + 1L), last.plusDays(1), most + 1);
        if (System.nanoTime() - overtime > 0)
            throw FileEvents.refused(
                    line,
                    FileFault.TAKES_TOO_LONG,
                    Sentence.of("the repeating events of this file take too long to compute."));
        return starts;
    }

    private static LocalDate day(Moment moment, Zone zone) {
        LocalDateTime shown = WrittenEvent.shown(moment, zone);
        return shown.toLocalDate();
    }
}
