package ilgam.work.api;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.member.language.CycleRules;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Text;
import ilgam.starter.web.ListParameters;
import ilgam.work.calendar.Days;
import ilgam.work.calendar.Today;
import ilgam.work.item.Points;
import ilgam.work.language.Category;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.list.Filter;
import ilgam.work.list.Filter.Due;
import ilgam.work.list.Filter.People;
import ilgam.work.list.Sort;
import ilgam.work.words.Invalid;

import static java.util.stream.Collectors.toUnmodifiableSet;

/** The parameters of a list of items. Several values of one, repeated or separated by commas, mean any of them. */
record ItemQuery(
        @Parameter(description = "Keys of projects") @Nullable
        List<String> project,

        @Parameter(description = "task or issue") @Nullable List<String> kind,

        @Parameter(description = "me, a member's id, or none") @Nullable
        List<String> assignee,

        @Parameter(description = "me, a member's id, or none") @Nullable
        List<String> reporter,

        @Parameter(description = "Ids of teams: assigned to somebody who belongs to one of them then") @Nullable
        List<String> team,

        @Parameter(description = "Names or ids of statuses, or none: " + ListParameters.HOW) @Nullable
        List<String> status,

        @Parameter(description = "todo, doing, waiting, done or dropped") @Nullable
        List<String> category,

        @Parameter(description = "URGENT, HIGH, NORMAL, LOW or NONE") @Nullable
        List<String> priority,

        @Parameter(description = "Story points, or none") @Nullable
        List<String> points,

        @Parameter(description = "Labels: " + ListParameters.HOW) @Nullable
        List<String> label,

        @Parameter(
                description = "overdue (and still open), today, week (Monday to Sunday), none, or from..to: dates,"
                        + " both included, one of which may be left out")
        @Nullable
        List<String> due,

        @Parameter(
                description = "Due in the caller's last, this or next work cycle",
                schema = @Schema(allowableValues = {"last", "this", "next"}))
        @Nullable
        String cycle,

        @Parameter(description = "Keys or ids of items that these are part of") @Nullable
        List<String> parent,

        @Parameter(description = "Words of title, description or source key, all of which are found; or a whole key")
        @Nullable
        String text,

        @Parameter(description = "true: only deleted items", schema = @Schema(type = "boolean")) @Nullable
        String deleted,

        @Parameter(description = "createdAt, updatedAt, dueOn, priority, key or title; with - the other way round")
        @Nullable
        String sort,

        @Parameter(description = "As of this instant, by today's permissions") @Nullable
        String at,

        @Parameter(description = QueryParameters.TIME_ZONE) @Nullable
        String tz,

        @Parameter(description = "next of the page before") @Nullable
        String cursor,

        @Parameter(description = "1 to 200; 50 unless given", schema = @Schema(type = "integer")) @Nullable
        String limit,

        @Parameter(description = "true: with the total", schema = @Schema(type = "boolean")) @Nullable
        String count) {

    static final Set<String> PARAMETERS = Arrays.stream(ItemQuery.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(toUnmodifiableSet());

    private static final Pattern PROJECT = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final Set<String> FROM_TODAY = Set.of("overdue", "today", "week");
    private static final int LONGEST_TEXT = 500;

    /**
     * The filter of the list. {@code locate} resolves the key of an item, {@code whoIs} a merged person; {@code rules}
     * are the caller's work cycles, {@code days} know each member's day.
     */
    Filter filter(
            Caller caller,
            Clock clock,
            Function<String, Optional<UUID>> locate,
            UnaryOperator<UUID> whoIs,
            Supplier<CycleRules> rules,
            Days days) {
        var instant = QueryParameters.at(at);
        var now = instant == null ? clock.instant() : instant;
        var zone = QueryParameters.zone(tz);
        var parents = QueryParameters.values(parent).stream()
                .map(locate)
                .flatMap(Optional::stream)
                .toList();
        return new Filter(
                projects(),
                any("kind", kind, Kind.class),
                people("assignee", assignee, caller, whoIs),
                people("reporter", reporter, caller, whoIs),
                QueryParameters.values(team).stream()
                        .map(id -> id("team", id, "a team's id"))
                        .toList(),
                parents,
                parents.isEmpty() && !QueryParameters.values(parent).isEmpty(),
                QueryParameters.values(status),
                any("category", category, Category.class),
                any("priority", priority, Priority.class),
                storyPoints(),
                QueryParameters.values(label),
                due(() -> days.at(now, zone)),
                cycle(now, () -> days.zone(now, zone), rules),
                words(),
                QueryParameters.isTrue("deleted", deleted),
                order(),
                instant);
    }

    boolean isCounted() {
        return QueryParameters.isTrue("count", count);
    }

    private List<String> projects() {
        var keys = QueryParameters.values(project).stream()
                .map(key -> key.toUpperCase(Locale.ROOT))
                .toList();
        for (var key : keys)
            if (!PROJECT.matcher(key).matches())
                throw QueryParameters.refused(
                        "project", "\"{value}\" is not the key of a project, like WEB.", Map.of("value", key));
        return keys;
    }

    private static People people(
            String parameter, @Nullable List<String> given, Caller caller, UnaryOperator<UUID> whoIs) {
        var members = new ArrayList<UUID>();
        var none = false;
        for (var value : QueryParameters.values(given))
            switch (value) {
                case "none" -> none = true;
                case "me" -> members.add(caller.member());
                default -> members.add(whoIs.apply(id(parameter, value, "me, none or a member's id")));
            }
        return new People(members, none);
    }

    private static UUID id(String parameter, String value, String wanted) {
        try {
            if (value.length() == 36) return UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            // refused like any other text
        }
        throw QueryParameters.refused(parameter, "\"{value}\" must be " + wanted + ".", Map.of("value", value));
    }

    private static <E extends Enum<E>> Set<E> any(String parameter, @Nullable List<String> given, Class<E> type) {
        var values = EnumSet.noneOf(type);
        for (var value : QueryParameters.values(given)) values.add(QueryParameters.one(parameter, value, type));
        return values;
    }

    private Filter.Points storyPoints() {
        var amounts = new ArrayList<BigDecimal>();
        var none = false;
        for (var value : QueryParameters.values(points))
            if (value.equals("none")) none = true;
            else amounts.add(amount(value));
        return new Filter.Points(amounts, none);
    }

    private static BigDecimal amount(String value) {
        try {
            return new Points(new BigDecimal(value)).amount();
        } catch (NumberFormatException | Invalid notOne) {
            throw QueryParameters.refused(
                    "points", "\"{value}\" must be story points, or none.", Map.of("value", value));
        }
    }

    private List<Due> due(Supplier<Today> today) {
        var values = QueryParameters.values(due);
        if (values.stream().noneMatch(FROM_TODAY::contains))
            return values.stream().map(ItemQuery::span).toList();
        var days = today.get();
        return values.stream().map(value -> due(value, days)).toList();
    }

    private static Due due(String value, Today today) {
        return switch (value) {
            case "overdue" -> Due.from(today, day -> new Due(null, day.minusDays(1), true));
            case "today" -> Due.from(today, day -> new Due(day, day, false));
            case "week" -> Due.from(today, ItemQuery::week);
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

    private @Nullable Due cycle(Instant now, Supplier<ZoneId> zone, Supplier<CycleRules> rules) {
        var which = QueryParameters.cycle(cycle);
        if (which == null) return null;
        var mine = rules.get();
        var asked = mine.cycle(which, mine.today(now, zone.get()));
        return new Due(asked.from(), asked.to(), false);
    }

    private @Nullable String words() {
        if (text == null || text.isBlank()) return null;
        if (Text.length(text) > LONGEST_TEXT)
            throw QueryParameters.refused(
                    "text", "This may have {most} characters at most.", Map.of("most", LONGEST_TEXT));
        return text;
    }

    private Sort order() {
        if (sort == null || sort.isEmpty()) return Sort.DEFAULT;
        return Sort.of(sort)
                .orElseThrow(() -> QueryParameters.refused(
                        "sort",
                        "This must be one of {choices}, with - before it for the other way round.",
                        Map.of("choices", Sort.names())));
    }
}
