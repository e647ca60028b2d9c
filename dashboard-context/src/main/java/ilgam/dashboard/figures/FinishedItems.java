package ilgam.dashboard.figures;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Queries the items that are done as of an instant, and since when. */
@Component
class FinishedItems {

    /** The instant at which an item must have been in scope. */
    enum InScope {
        WHEN_DONE("run.done_at"),
        AT_INSTANT(":at");

        private final String join;

        InScope(String instant) {
            join = "join span on span.item = run.item and span.from_at <= %1$s and %1$s < span.to_at and %2$s"
                    .formatted(instant, Segments.inScope(instant));
        }
    }

    private static final String ALL_MATTER = """
            select exists (
                    select from meaning where project = any(:projects) and from_at between :from and :to)
                or coalesce(:from < (
                    select min(opened_at) + (:to - min(opened_at)) / 2 from item where project = any(:projects)),
                    false)
            """;

    private final JdbcClient db;

    FinishedItems(@Qualifier("figures") JdbcClient db) {
        this.db = db;
    }

    /**
     * A statement about the items that were finished within a range.
     *
     * @param delivered whether to leave out items with a resolution that means that nothing was delivered
     * @param select the query over <code>finished (item, opened_at, doing_at, done_at)</code>
     */
    StatementSpec statement(Scope scope, InScope when, Range range, boolean delivered, String select) {
        var sql =
                """
                %s, finished as (
                    select run.* from run %s where run.done_at between :from and :to
                )
                %s
                """.formatted(Segments.runs(spans(scope, range), delivered), scope.isNarrow() ? when.join : "", select);
        return within(range, scope.bind(db, sql));
    }

    /**
     * The spans to read. A run in done starts with an event of the item or a change of its workflow. When no workflow
     * changed within the range, only items with an event in it are read, so that the cost does not grow with earlier
     * finished items. For most of the history it is faster to read all items.
     */
    private String spans(Scope scope, Range range) {
        if (range.isUnboundedBelow()) return Segments.ALL;
        var all = within(range, scope.bind(db, ALL_MATTER)).query(Boolean.class).single();
        return all ? Segments.ALL : Segments.TOUCHED;
    }

    static StatementSpec within(Range range, StatementSpec statement) {
        return statement.param("from", Scope.timestamp(range.from())).param("to", Scope.timestamp(range.to()));
    }
}
