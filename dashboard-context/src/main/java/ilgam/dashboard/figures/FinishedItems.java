package ilgam.dashboard.figures;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Queries the items that are done as of an instant, and since when. */
@Component
class FinishedItems {

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
     */
    StatementSpec statement(Scope scope, InScope when, Range range, boolean delivered, FinishedFigure figure) {
        var sql = """
                %s, finished as (
                    select run.* from run %s where run.done_at between :from and :to
                )
                %s
                """.formatted(
                Segments.runs(spans(scope, range), delivered), scope.isNarrow() ? when.run() : "", figure.sql());
        return db.sql(sql).params(scope.parameters()).params(range.parameters());
    }

    /**
     * The spans to read. A run in done starts with an event of the item or a change of its workflow. When no workflow
     * changed within the range, only items with an event in it are read, so that the cost does not grow with earlier
     * finished items. For most of the history it is faster to read all items.
     */
    private Spans spans(Scope scope, Range range) {
        if (range.isUnboundedBelow()) return Spans.ALL;
        boolean all = db.sql(ALL_MATTER)
                .params(scope.parameters())
                .params(range.parameters())
                .query(Boolean.class)
                .single();
        return all ? Spans.ALL : Spans.TOUCHED;
    }
}
