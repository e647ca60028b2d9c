package ilgam.work.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import ilgam.starter.text.Text;
import ilgam.work.language.Category;
import ilgam.work.list.Filter.Due;
import ilgam.work.list.Filter.People;
import ilgam.work.list.Filter.Points;

/** A filter as SQL over an item {@code v}, its project {@code p} and its status {@code s}. */
final class Conditions {

    private static final String CATEGORY = "coalesce(s.category, 'TODO')";

    private static final String DUE = "coalesce(v.due_on, 'infinity'::date)";
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate NEVER_LATER = LocalDate.of(9999, 12, 31);

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    Conditions(Filter filter) {
        conditions.add(filter.deleted() ? "v.deleted" : "not v.deleted");
        if (filter.nothing()) conditions.add("false");
        anyOf("p.key", "project", "text", filter.projects());
        anyOf("v.kind", "kind", "text", names(filter.kinds()));
        people("v.assignee", "assignee", filter.assignees());
        people("v.reporter", "reporter", filter.reporters());
        if (!filter.teams().isEmpty()) teams(filter.teams(), filter.at() == null);
        anyOf(
                "v.parent",
                "parent",
                "uuid",
                filter.parents().stream().map(UUID::toString).toList());
        status(filter.statuses());
        // an item without a status counts as to do; leaving that out where possible lets the database begin with the
        // statuses
        var category = filter.categories().contains(Category.TODO) ? CATEGORY : "s.category";
        anyOf(category, "category", "text", names(filter.categories()));
        anyOf("v.priority", "priority", "item_priority", names(filter.priorities()));
        points(filter.points());
        labels(filter.labels());
        if (!filter.due().isEmpty()) due(filter.due(), "due");
        if (filter.cycle() != null) due(List.of(filter.cycle()), "cycle");
        if (filter.text() != null) text(filter.text(), filter.at() == null);
    }

    void and(String condition, Map<String, @Nullable String> values) {
        conditions.add(condition);
        parameters.putAll(values);
    }

    String sql() {
        return String.join("\n  and ", conditions);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private void anyOf(String expression, String name, String type, Collection<String> values) {
        if (values.isEmpty()) return;
        if (values.size() == 1) {
            // lets the database use an index order, such as the numbers within one project
            conditions.add(expression + " = cast(:" + name + " as " + type + ")");
            parameters.put(name, values.iterator().next());
            return;
        }
        conditions.add(expression + " = any (cast(:" + name + " as " + type + "[]))");
        parameters.put(name, values.toArray(String[]::new));
    }

    private void people(String column, String name, People people) {
        if (!people.restricts()) return;
        var members = column + " = any (cast(:" + name + " as uuid[]))";
        conditions.add(people.none() ? "(" + column + " is null or " + members + ")" : members);
        parameters.put(name, people.members().stream().map(UUID::toString).toArray(String[]::new));
    }

    private void teams(List<UUID> teams, boolean now) {
        conditions.add("v.assignee in (select t.member from team_member t where t.team = any (cast(:teams as uuid[]))"
                + (now ? " and t.to_at = 'infinity')" : " and t.from_at <= :at and t.to_at > :at)"));
        parameters.put("teams", teams.stream().map(UUID::toString).toArray(String[]::new));
    }

    private void status(List<String> statuses) {
        if (statuses.isEmpty()) return;
        conditions.add("""
                (coalesce(s.shown_id, v.status_id, 'none') = any (cast(:statuses as text[]))
                    or lower(s.name) = any (cast(:statusNames as text[])))""");
        parameters.put("statuses", statuses.toArray(String[]::new));
        parameters.put(
                "statusNames",
                statuses.stream()
                        .map(name -> Text.composed(name).toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    private void points(Points points) {
        if (points.amounts().isEmpty() && !points.none()) return;
        var any = "v.points = any (cast(:points as numeric[]))";
        conditions.add(points.none() ? "(v.points is null or " + any + ")" : any);
        parameters.put(
                "points",
                points.amounts().stream().map(BigDecimal::toPlainString).toArray(String[]::new));
    }

    private void labels(List<String> labels) {
        if (labels.isEmpty()) return;
        conditions.add("v.labels && cast(:labels as text[])");
        parameters.put("labels", labels.stream().map(Text::composed).toArray(String[]::new));
    }

    private void due(List<Due> spans, String name) {
        var any = new ArrayList<String>();
        for (var span : spans) {
            var number = name + any.size();
            if (span.equals(Due.NEVER)) any.add(DUE + " = 'infinity'");
            else
                any.add("(" + due(span, number)
                        + (span.openOnly() ? " and " + CATEGORY + " not in ('DONE', 'DROPPED')" : "") + ")");
        }
        conditions.add("(" + String.join(" or ", any) + ")");
    }

    /**
     * The condition on days that are due for anybody lets the database begin with an index; the assignee's own days are
     * checked afterwards.
     */
    private String due(Due span, String name) {
        if (span.elsewhere().isEmpty()) return between(span.from(), span.to(), name);
        var elsewhere = new StringBuilder();
        var from = first(span.from());
        var to = last(span.to());
        for (var there : span.elsewhere()) {
            var number = name + "Elsewhere" + span.elsewhere().indexOf(there);
            elsewhere.append(" when v.assignee = any (cast(:" + number + " as uuid[])) then ");
            elsewhere.append(between(there.from(), there.to(), number));
            parameters.put(
                    number, there.assignees().stream().map(UUID::toString).toArray(String[]::new));
            if (first(there.from()).isBefore(from)) from = first(there.from());
            if (last(there.to()).isAfter(to)) to = last(there.to());
        }
        return between(from, to, name + "Anywhere") + " and case" + elsewhere + " else "
                + between(span.from(), span.to(), name) + " end";
    }

    private String between(@Nullable LocalDate from, @Nullable LocalDate to, String name) {
        parameters.put(name + "From", first(from));
        parameters.put(name + "To", last(to));
        return DUE + " between cast(:" + name + "From as date) and cast(:" + name + "To as date)";
    }

    private static LocalDate first(@Nullable LocalDate from) {
        return from == null ? EVER : from;
    }

    private static LocalDate last(@Nullable LocalDate to) {
        return to == null ? NEVER_LATER : to;
    }

    /** Every word must be found; a whole key finds its item, too. */
    private void text(String text, boolean now) {
        var words = Text.composed(text).strip().split("\\s+");
        var matches = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            matches.add("sought.text ilike :word" + i);
            parameters.put("word" + i, "%" + words[i].replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        parameters.put("wholeKey", text.strip().toUpperCase(Locale.ROOT));
        var isKey = "select k.item_id from item_version k join project kp on kp.id = k.project_id"
                + " where k.to_at = 'infinity' and kp.key = substring(:wholeKey from '^[A-Z][A-Z0-9]+')"
                + " and k.number = cast(substring(:wholeKey from '-([0-9]{1,18})$') as bigint)"
                + " and :wholeKey ~ '^[A-Z][A-Z0-9]+-[0-9]+$'";
        var all = String.join(" and ", matches);
        conditions.add(
                now
                        ? "v.item_id in (select sought.item_id from item_text sought where " + all + " union " + isKey
                                + ")"
                        : """
                        (exists (select 1 from (select normalize(concat_ws(e'\\n', v.title, v.source_key, (
                                select text from item_description i
                                where i.item_id = v.item_id and i.from_at <= :at order by i.from_at desc limit 1)))
                            as text) sought where %s) or v.item_id in (%s))""".formatted(all, isKey));
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }
}
