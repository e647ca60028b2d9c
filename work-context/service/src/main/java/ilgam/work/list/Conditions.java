package ilgam.work.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import ilgam.starter.text.Text;
import ilgam.work.language.Category;
import ilgam.work.list.Filter.People;
import ilgam.work.list.Filter.Points;

/** A filter as SQL over an item {@code v}, its project {@code p} and its status {@code s}. */
final class Conditions {

    private final List<Condition> conditions = new ArrayList<>();

    Conditions(Filter filter) {
        and(Condition.of(filter.deleted() ? "v.deleted" : "not v.deleted"));
        if (filter.nothing()) and(Condition.of("false"));
        anyOf(FilterColumn.PROJECT, filter.projects());
        anyOf(FilterColumn.KIND, names(filter.kinds()));
        people(FilterColumn.ASSIGNEE, filter.assignees());
        people(FilterColumn.REPORTER, filter.reporters());
        if (!filter.teams().isEmpty()) and(teams(filter.teams(), filter.at() == null));
        anyOf(FilterColumn.PARENT, List.of(texts(filter.parents())));
        if (!filter.statuses().isEmpty()) and(status(filter.statuses()));
        // leaving those without a status out where possible lets the database begin with the statuses
        var category =
                filter.categories().contains(Category.TODO) ? FilterColumn.CATEGORY_OR_TODO : FilterColumn.CATEGORY;
        anyOf(category, names(filter.categories()));
        anyOf(FilterColumn.PRIORITY, names(filter.priorities()));
        if (!filter.points().equals(Points.ALL)) and(points(filter.points()));
        if (!filter.labels().isEmpty()) and(labels(filter.labels()));
        if (!filter.due().isEmpty()) and(DueCondition.of(filter.due(), "due"));
        if (filter.cycle() != null) and(DueCondition.of(List.of(filter.cycle()), "cycle"));
        if (filter.text() != null) and(TextCondition.of(filter.text(), filter.at() == null));
    }

    void and(Condition condition) {
        conditions.add(condition);
    }

    String sql() {
        return conditions.stream().map(Condition::sql).collect(Collectors.joining("\n  and "));
    }

    Map<String, Object> parameters() {
        var all = new HashMap<String, Object>();
        for (var condition : conditions) all.putAll(condition.parameters());
        return all;
    }

    private void anyOf(FilterColumn column, Collection<String> values) {
        if (!values.isEmpty()) and(column.anyOf(values));
    }

    private void people(FilterColumn column, People people) {
        if (people.restricts()) and(column.anyOf(people));
    }

    private static Condition teams(List<UUID> teams, boolean now) {
        return Condition.of(
                "v.assignee in (select t.member from team_member t where t.team = any (cast(:teams as uuid[]))"
                        + (now ? " and t.to_at = 'infinity')" : " and t.from_at <= :at and t.to_at > :at)"),
                "teams",
                texts(teams));
    }

    private static Condition status(List<String> statuses) {
        return new Condition(
                """
                (coalesce(s.shown_id, v.status_id, 'none') = any (cast(:statuses as text[]))
                    or lower(s.name) = any (cast(:statusNames as text[])))""",
                Map.of(
                        "statuses",
                        statuses.toArray(String[]::new),
                        "statusNames",
                        statuses.stream()
                                .map(name -> Text.composed(name).toLowerCase(Locale.ROOT))
                                .toArray(String[]::new)));
    }

    private static Condition points(Points points) {
        var any = "v.points = any (cast(:points as numeric[]))";
        return Condition.of(
                points.none() ? "(v.points is null or " + any + ")" : any,
                "points",
                points.amounts().stream().map(BigDecimal::toPlainString).toArray(String[]::new));
    }

    private static Condition labels(List<String> labels) {
        return Condition.of(
                "v.labels && cast(:labels as text[])",
                "labels",
                labels.stream().map(Text::composed).toArray(String[]::new));
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }
}
