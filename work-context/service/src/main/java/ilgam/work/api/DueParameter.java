package ilgam.work.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import ilgam.member.replica.Today;
import ilgam.work.list.Filter.Due;

/** The days of the parameter {@code due}. */
final class DueParameter {

    private static final Set<String> FROM_TODAY = Set.of("overdue", "today", "week");

    private DueParameter() {}

    /** @param today read only when a value depends on it */
    static List<Due> of(@Nullable List<String> given, Supplier<Today> today) {
        var values = QueryParameters.values(given);
        if (values.stream().noneMatch(FROM_TODAY::contains))
            return values.stream().map(DueParameter::span).toList();
        var days = today.get();
        return values.stream().map(value -> due(value, days)).toList();
    }

    private static Due due(String value, Today today) {
        return switch (value) {
            case "overdue" -> Due.from(today, day -> new Due(null, day.minusDays(1), true));
            case "today" -> Due.from(today, day -> new Due(day, day, false));
            case "week" -> Due.from(today, DueParameter::week);
            default -> span(value);
        };
    }

    private static Due week(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Due(monday, monday.plusDays(6), false);
    }

    private static Due span(String value) {
        if (value.equals("none")) return Due.NEVER;
        var dots = value.indexOf("..");
        if (dots < 0 || value.length() == 2)
            throw QueryParameters.refused(
                    "due",
                    "\"{value}\" must be overdue, today, week, none, or from..to with dates.",
                    Map.of("value", value));
        var from = value.substring(0, dots);
        var to = value.substring(dots + 2);
        return new Due(
                from.isEmpty() ? null : QueryParameters.date("due", from),
                to.isEmpty() ? null : QueryParameters.date("due", to),
                false);
    }
}
