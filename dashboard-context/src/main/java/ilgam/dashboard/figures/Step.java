package ilgam.dashboard.figures;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The distance between the points or periods of a figure. Days start in the given zone, weeks on Monday. */
public enum Step {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    /** The greatest number of points or periods. */
    public static final int MOST = 5_000;

    private static final DateTimeFormatter TO_THE_HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** Both ends and every boundary between them. Stops at one more than {@link #MOST}. */
    public List<Instant> points(Instant from, Instant to, ZoneId zone) {
        var points = new ArrayList<Instant>();
        for (var point = from; point.isBefore(to) && points.size() < MOST; point = next(point, zone)) points.add(point);
        points.add(to);
        return points;
    }

    /** The starts of all periods that overlap the range. Stops at one more than {@link #MOST}. */
    public List<Instant> periods(Instant from, Instant to, ZoneId zone) {
        var starts = new ArrayList<Instant>();
        for (var start = startOf(from, zone); !start.isAfter(to) && starts.size() <= MOST; start = next(start, zone))
            starts.add(start);
        return starts;
    }

    /** The start of the period that contains an instant. */
    public Instant startOf(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        if (this == HOUR) return local.truncatedTo(ChronoUnit.HOURS).toInstant();
        return firstDay(local.toLocalDate()).atStartOfDay(zone).toInstant();
    }

    /** The usual name of the period that starts at an instant. */
    String label(Instant start, ZoneId zone) {
        var local = start.atZone(zone);
        return switch (this) {
            case HOUR -> TO_THE_HOUR.format(local);
            case DAY -> local.toLocalDate().toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        local.get(IsoFields.WEEK_BASED_YEAR),
                        local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", local.getYear(), local.getMonthValue());
        };
    }

    /** The first start of a period after an instant. A day that a zone skipped has no period. */
    private Instant next(Instant instant, ZoneId zone) {
        if (this == HOUR) return nextHour(instant, zone);
        var next = nextFirstDay(firstDay(instant.atZone(zone).toLocalDate()));
        while (!next.atStartOfDay(zone).toInstant().isAfter(instant)) next = nextFirstDay(next);
        return next.atStartOfDay(zone).toInstant();
    }

    private Instant nextHour(Instant instant, ZoneId zone) {
        var later = instant.plus(1, ChronoUnit.HOURS);
        var boundary = startOf(later, zone);
        return boundary.isAfter(instant) ? boundary : later;
    }

    private LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private LocalDate nextFirstDay(LocalDate first) {
        return switch (this) {
            case HOUR, DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
        };
    }
}
