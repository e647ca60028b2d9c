package ilgam.work.api;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.member.replica.Days;
import ilgam.member.replica.WorkCycles;
import ilgam.starter.security.Caller;
import ilgam.starter.text.Text;
import ilgam.work.item.Points;
import ilgam.work.language.Category;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.list.Filter;
import ilgam.work.list.Filter.Due;
import ilgam.work.list.Filter.People;
import ilgam.work.list.Items;
import ilgam.work.list.Sort;
import ilgam.work.words.Invalid;

/** Converts the parameters of a list to a filter. Invalid ones are refused, each by its name. */
@Component
class ItemFilters {

    private static final Pattern PROJECT = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final int LONGEST_TEXT = 500;

    private final Items items;
    private final WorkCycles cycles;
    private final Days days;
    private final Clock clock;

    ItemFilters(Items items, WorkCycles cycles, Days days, Clock clock) {
        this.items = items;
        this.cycles = cycles;
        this.days = days;
        this.clock = clock;
    }

    Filter of(ItemQuery query, Caller caller) {
        var instant = QueryParameters.at(query.at());
        var now = instant == null ? clock.instant() : instant;
        var zone = QueryParameters.zone(query.tz());
        var named = QueryParameters.values(query.parent());
        var parents = named.stream()
                .map(key -> items.locate(key, caller))
                .flatMap(Optional::stream)
                .toList();
        return new Filter(
                projects(query.project()),
                any("kind", query.kind(), Kind.class),
                people("assignee", query.assignee(), caller),
                people("reporter", query.reporter(), caller),
                QueryParameters.values(query.team()).stream()
                        .map(id -> id("team", id, "a team's id"))
                        .toList(),
                parents,
                parents.isEmpty() && !named.isEmpty(),
                QueryParameters.values(query.status()),
                any("category", query.category(), Category.class),
                any("priority", query.priority(), Priority.class),
                points(query.points()),
                QueryParameters.values(query.label()),
                DueParameter.of(query.due(), () -> days.at(now, zone)),
                cycle(query.cycle(), now, zone, caller),
                text(query.text()),
                QueryParameters.isTrue("deleted", query.deleted()),
                sort(query.sort()),
                instant);
    }

    private static List<String> projects(@Nullable List<String> given) {
        var keys = QueryParameters.values(given).stream()
                .map(key -> key.toUpperCase(Locale.ROOT))
                .toList();
        for (var key : keys)
            if (!PROJECT.matcher(key).matches())
                throw QueryParameters.refused(
                        "project", "\"{value}\" is not the key of a project, like WEB.", Map.of("value", key));
        return keys;
    }

    private People people(String parameter, @Nullable List<String> given, Caller caller) {
        var members = new ArrayList<UUID>();
        var none = false;
        for (var value : QueryParameters.values(given))
            switch (value) {
                case "none" -> none = true;
                case "me" -> members.add(caller.member());
                default -> members.add(items.whoIs(id(parameter, value, "me, none or a member's id")));
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

    private static Filter.Points points(@Nullable List<String> given) {
        var amounts = new ArrayList<BigDecimal>();
        var none = false;
        for (var value : QueryParameters.values(given))
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

    private @Nullable Due cycle(@Nullable String given, Instant now, @Nullable ZoneId zone, Caller caller) {
        var which = QueryParameters.cycle(given);
        if (which == null) return null;
        var mine = cycles.of(caller.member());
        var asked = mine.cycle(which, mine.today(now, days.zone(now, zone)));
        return new Due(asked.from(), asked.to(), false);
    }

    private static @Nullable String text(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        if (Text.length(text) > LONGEST_TEXT)
            throw QueryParameters.refused(
                    "text", "This may have {most} characters at most.", Map.of("most", LONGEST_TEXT));
        return text;
    }

    private static Sort sort(@Nullable String sort) {
        if (sort == null || sort.isEmpty()) return Sort.DEFAULT;
        return Sort.of(sort)
                .orElseThrow(() -> QueryParameters.refused(
                        "sort",
                        "This must be one of {choices}, with - before it for the other way round.",
                        Map.of("choices", Sort.names())));
    }
}
