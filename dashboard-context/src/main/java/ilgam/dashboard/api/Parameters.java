package ilgam.dashboard.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

import ilgam.dashboard.figures.Range;
import ilgam.dashboard.figures.Step;
import ilgam.member.language.CyclePeriod;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.ListParameters;
import ilgam.starter.web.Refused;
import ilgam.starter.web.StorableDates;
import ilgam.work.language.Kind;

/** The query parameters of a request, parsed strictly: invalid ones are refused with a sentence. */
final class Parameters {

    private static final Set<String> COMMON =
            Set.of("project", "member", "team", "kind", "from", "to", "cycle", "at", "tz", "step", "outcome");

    private static final String INSTANT_OR_DATE = "an instant such as 2026-03-01T09:00:00Z, or a date";

    private final MultiValueMap<String, String> given;

    private Parameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    /** @param further parameters that only this request has, in addition to the common ones */
    static Parameters of(MultiValueMap<String, String> given, String... further) {
        for (var name : given.keySet())
            if (!COMMON.contains(name) && !Arrays.asList(further).contains(name))
                throw refused(name, "This request has no parameter '{parameter}'.");
        return new Parameters(given);
    }

    Set<String> projects() {
        return Set.copyOf(ListParameters.values(given.get("project")));
    }

    Optional<UUID> id(String name) {
        return one(name).map(text -> read(() -> UUID.fromString(text), name, "the id of a " + name));
    }

    /** The requested member; "me" is the caller. */
    Optional<UUID> member(UUID me) {
        return one("member").filter("me"::equals).map(_ -> me).or(() -> id("member"));
    }

    Optional<CyclePeriod.Which> cycle() {
        return oneOf("cycle", Set.of("last", "this", "next"))
                .map(text -> CyclePeriod.Which.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    Optional<Kind> kind() {
        return oneOf("kind", Set.of("task", "issue")).map(text -> Kind.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    Optional<Step> step() {
        return oneOf("step", Set.of("hour", "day", "week", "month"))
                .map(text -> Step.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    boolean delivered() {
        return oneOf("outcome", Set.of("all", "delivered"))
                .filter("delivered"::equals)
                .isPresent();
    }

    boolean flag(String name) {
        return oneOf(name, Set.of("true", "false")).filter("true"::equals).isPresent();
    }

    Optional<ZoneId> zone() {
        return one("tz").map(text -> read(() -> ZoneId.of(text), "tz", "an IANA time zone such as Asia/Seoul"));
    }

    Optional<Instant> at() {
        return one("at").map(text -> read(() -> instant(text), "at", "an instant such as 2026-03-01T09:00:00Z"));
    }

    boolean hasRange() {
        return given.containsKey("from") || given.containsKey("to");
    }

    /** The start of the range; a date means its start. */
    Optional<Instant> from(ZoneId zone) {
        return one("from")
                .map(text ->
                        read(() -> isInstant(text) ? instant(text) : start(day(text), zone), "from", INSTANT_OR_DATE));
    }

    /** The end of the range, included; a date means its end. */
    Optional<Instant> to(ZoneId zone) {
        return one("to")
                .map(text -> read(() -> isInstant(text) ? instant(text) : end(day(text), zone), "to", INSTANT_OR_DATE));
    }

    /** The start of the range that begins with a day. */
    static Instant from(LocalDate day, ZoneId zone) {
        return read(() -> start(day, zone), "from", INSTANT_OR_DATE);
    }

    /** The end of the range that ends with a day. */
    static Instant to(LocalDate day, ZoneId zone) {
        return read(() -> end(day, zone), "to", INSTANT_OR_DATE);
    }

    private Optional<String> one(String name) {
        var values = given.getOrDefault(name, List.of());
        if (values.size() > 1) throw refused(name, "'{parameter}' can be given only once.");
        return values.stream().findFirst();
    }

    private Optional<String> oneOf(String name, Collection<String> known) {
        var value = one(name);
        value.filter(text -> !known.contains(text)).ifPresent(text -> {
            throw notOneOf(name, known);
        });
        return value;
    }

    private static boolean isInstant(String text) {
        return text.indexOf('T') > 0;
    }

    private static LocalDate day(String text) {
        var day = StorableDates.day(text);
        if (day == null) throw new DateTimeException("no date");
        return day;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return inBounds(day.atStartOfDay(zone).toInstant());
    }

    private static Instant end(LocalDate day, ZoneId zone) {
        return inBounds(day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS));
    }

    /** Accepts an unencoded plus sign, which is decoded as a space. */
    private static Instant instant(String text) {
        return inBounds(OffsetDateTime.parse(text.replace(' ', '+')).toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant inBounds(Instant instant) {
        if (instant.isBefore(Range.EARLIEST) || instant.isAfter(Range.LATEST))
            throw new DateTimeException("out of bounds");
        return instant;
    }

    private interface Reading<T> {
        T value();
    }

    private static <T> T read(Reading<T> reading, String name, String expected) {
        try {
            return reading.value();
        } catch (DateTimeException | IllegalArgumentException _) {
            throw refused(name, "'{parameter}' must be " + expected + ".");
        }
    }

    static Refused refused(String parameter, String sentence) {
        return refused(parameter, sentence, Map.of());
    }

    /** @param values of the sentence's further placeholders */
    static Refused refused(String parameter, String sentence, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("parameter", parameter);
        return new Refused(HttpStatus.BAD_REQUEST, CommonReason.BAD_PARAMETER, sentence, all);
    }

    private static Refused notOneOf(String parameter, Collection<String> known) {
        return refused(
                parameter,
                "'{parameter}' must be one of {choices}.",
                Map.of("choices", known.stream().sorted().toList()));
    }
}
