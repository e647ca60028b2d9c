package ilgam.work.api;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import ilgam.member.language.CyclePeriod;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Limits;
import ilgam.starter.web.ListParameters;
import ilgam.starter.web.Refused;
import ilgam.starter.web.StorableDates;
import ilgam.work.language.Priority;

/** Parses the parameters of read requests; each refusal names the parameter. */
final class QueryParameters {

    static final String TIME_ZONE = "The IANA time zone in which days start, for everybody; left out, that of the"
            + " assignee's work cycle, or else the company's";

    private static final Map<String, Integer> YEARS = Map.of("least", 1, "most", 9999);

    private QueryParameters() {}

    /** Refuses an unknown parameter: ignoring a filter would return wrong results. */
    static void only(HttpServletRequest request, Set<String> known) {
        for (var name : request.getParameterMap().keySet())
            if (!known.contains(name))
                throw refused(
                        name,
                        "This path has no such parameter; it has {known}.",
                        Map.of("known", new TreeSet<>(known)));
    }

    /** Refuses a parameter that is none of the query's components. */
    static void only(HttpServletRequest request, Class<? extends Record> query) {
        only(request, names(query));
    }

    private static Set<String> names(Class<? extends Record> query) {
        return Arrays.stream(query.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Values that are repeated or separated by commas. */
    static List<String> values(@Nullable List<String> given) {
        return ListParameters.values(given);
    }

    static @Nullable Instant at(@Nullable String at) {
        if (at == null || at.isEmpty()) return null;
        try {
            // an unescaped plus sign is decoded as a space
            var instant = OffsetDateTime.parse(at.replace(' ', '+')).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (isShown(instant.atOffset(ZoneOffset.UTC).getYear())) return instant;
            throw refused("at", "The year must be between {least} and {most}.", YEARS);
        } catch (DateTimeException notAnInstant) {
            throw refused("at", "This must be an instant like 2026-11-22T10:15:30Z.");
        }
    }

    static @Nullable ZoneId zone(@Nullable String tz) {
        if (tz == null || tz.isEmpty()) return null;
        try {
            return ZoneId.of(tz);
        } catch (DateTimeException notAZone) {
            throw refused("tz", "This must be a time zone like Asia/Seoul.");
        }
    }

    static CyclePeriod.@Nullable Which cycle(@Nullable String which) {
        return which == null || which.isEmpty() ? null : one("cycle", which, CyclePeriod.Which.class);
    }

    /** A constant of an enumeration, regardless of case. */
    static <E extends Enum<E>> E one(String parameter, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> refused(
                        parameter,
                        "\"{value}\" must be one of {choices}.",
                        Map.of("value", value, "choices", words(type))));
    }

    private static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant instanceof Priority
                        ? constant.name()
                        : constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static LocalDate date(String parameter, String text) {
        var date = StorableDates.day(text);
        if (date == null)
            throw refused(parameter, "\"{value}\" must be a date like 2026-11-22.", Map.of("value", text));
        if (isShown(date.getYear())) return date;
        throw refused(parameter, "The year must be between {least} and {most}.", YEARS);
    }

    private static boolean isShown(int year) {
        return year >= 1 && year <= 9999;
    }

    static boolean isTrue(String parameter, @Nullable String value) {
        return switch (value == null ? "" : value) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw refused(parameter, "This must be true or false.");
        };
    }

    static int limit(@Nullable String value) {
        if (value == null || value.isEmpty()) return Limits.limit(null);
        try {
            return Limits.limit(Integer.valueOf(value));
        } catch (NumberFormatException notANumber) {
            throw refused("limit", "This must be a number from {least} to {most}.", Map.of("least", 1, "most", 200));
        }
    }

    static Refused refused(String parameter, String sentence) {
        return refused(parameter, sentence, Map.of());
    }

    static Refused refused(String parameter, String sentence, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("parameter", parameter);
        return new Refused(
                HttpStatus.BAD_REQUEST, CommonReason.BAD_PARAMETER, "Parameter \"{parameter}\": " + sentence, all);
    }
}
