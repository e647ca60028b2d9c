package ilgam.work.list;

import java.util.Collection;
import java.util.UUID;

import ilgam.work.list.Filter.People;

/** A column that a filter compares with values. */
enum FilterColumn {
    PROJECT("p.key", "project", "text"),
    KIND("v.kind", "kind", "text"),
    ASSIGNEE("v.assignee", "assignee", "uuid"),
    REPORTER("v.reporter", "reporter", "uuid"),
    PARENT("v.parent", "parent", "uuid"),
    CATEGORY("s.category", "category", "text"),
    /** An item without a status counts as to do. */
    CATEGORY_OR_TODO("coalesce(s.category, 'TODO')", "category", "text"),
    PRIORITY("v.priority", "priority", "item_priority");

    private final String expression;
    private final String parameter;
    private final String type;

    FilterColumn(String expression, String parameter, String type) {
        this.expression = expression;
        this.parameter = parameter;
        this.type = type;
    }

    String expression() {
        return expression;
    }

    /** One value is compared by equality, which lets the database use an index order, such as that within a project. */
    Condition anyOf(Collection<String> values) {
        return values.size() == 1
                ? Condition.of(
                        expression + " = cast(:" + parameter + " as " + type + ")",
                        parameter,
                        values.iterator().next())
                : Condition.of(among(), parameter, values.toArray(String[]::new));
    }

    Condition anyOf(People people) {
        return Condition.of(
                people.none() ? "(" + expression + " is null or " + among() + ")" : among(),
                parameter,
                people.members().stream().map(UUID::toString).toArray(String[]::new));
    }

    private String among() {
        return expression + " = any (cast(:" + parameter + " as " + type + "[]))";
    }
}
