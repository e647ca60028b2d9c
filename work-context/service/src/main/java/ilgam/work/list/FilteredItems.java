package ilgam.work.list;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import ilgam.work.projects.Projects;

/** A page of the items that match a filter, or their number. */
final class FilteredItems implements Selection {

    private final AsOf asOf;
    private final Ordering ordering;
    private final Conditions conditions;
    private final int limit;

    private FilteredItems(Filter filter, @Nullable Place after, int limit) {
        this.asOf = new AsOf(filter.at());
        this.ordering = new Ordering(filter.sort(), asOf);
        this.conditions = new Conditions(filter);
        this.limit = limit;
        if (after != null) conditions.and(ordering.after(after));
    }

    /** Up to {@code limit} of them after the given one. */
    static FilteredItems page(Filter filter, @Nullable Place after, int limit) {
        return new FilteredItems(filter, after, limit);
    }

    static StatementSpec count(Filter filter, Map<String, ?> permissions, JdbcClient db) {
        var all = new FilteredItems(filter, null, 0);
        return db.sql("select count(*)" + all.from())
                .params(all.parameters())
                .params(permissions)
                .param("at", all.asOf.parameter());
    }

    /** The limit is a literal, as a plan for any limit would be one for a large limit. */
    @Override
    public String sql() {
        return "select " + ordering.columns() + from() + "\norder by " + ordering.byExpressions() + " limit " + limit;
    }

    @Override
    public String order() {
        return ordering.byColumns();
    }

    @Override
    public Map<String, Object> parameters() {
        return conditions.parameters();
    }

    private String from() {
        return " "
                + """
                from %s
                join project p on p.id = %s.project_id
                left join project_status s on s.project_id = v.project_id and s.status_id = v.status_id and %s
                where %s and %s and %s""".formatted(
                                asOf.items(),
                                asOf.origin(),
                                asOf.status(),
                                asOf.condition(),
                                Projects.VISIBLE,
                                conditions.sql());
    }
}
