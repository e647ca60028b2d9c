package ilgam.dashboard.figures;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import ilgam.member.replica.Today;
import ilgam.work.language.Category;

/** Summarises the state of the work: open items, due dates and this week's changes. */
@Component
public class SummaryFigures {

    private static final int OLDEST = 10;

    /**
     * The open items as of <code>:at</code>. Looks up the statuses that mean open work at that instant, as most items
     * of an old project are done. Items that are still open are read from an index of their own, without reading rows.
     */
    private static final String OPEN = """
            with meant as (
                select project, status, entered_from, entered_to, name, category from meaning
                where project = any(:projects) and from_at <= :at and :at < to_at
                    and category in ('TODO', 'DOING', 'WAITING')
                union all
                select project, '', '-infinity', 'infinity', 'none', 'TODO' from unnest(:projects) as project
            ), open as (
                select span.item, span.assignee, span.due_on, meant.name as status, meant.category
                from meant cross join lateral (
                    %1$s span.to_at = 'infinity' and not span.deleted and %2$s
                    union all
                    %1$s span.to_at > :at and span.to_at < 'infinity' and not span.deleted and %2$s
                    offset 0 -- status by status, never all that is there at once
                ) as span
            )
            """.formatted("""
                    select span.item, span.assignee, span.due_on from span
                    where span.project = meant.project and span.status = meant.status
                        and meant.entered_from <= span.status_at and span.status_at < meant.entered_to
                        and span.from_at <= :at and""", InScope.AT_INSTANT.span());

    /** Due dates are compared with the assignee's day. */
    private static final String COUNTS = OPEN + """
            , dated as (
                select open.category, open.due_on, coalesce(elsewhere.today, :today) as today
                from open left join unnest(cast(:members as uuid[]), cast(:days as date[])) as elsewhere (member, today)
                    on elsewhere.member = open.assignee
            )
            select category, count(*) as items,
                count(*) filter (where due_on < today) as overdue,
                count(*) filter (
                    where due_on >= cast(date_trunc('week', cast(today as timestamp)) as date)
                        and due_on < cast(date_trunc('week', cast(today as timestamp)) as date) + 7) as due
            from dated
            group by 1
            """;

    private static final String LONGEST_OPEN = OPEN + """
            select item_key(project.key, item.number, item.source_key) as key, item.title, item.opened_at, open.*
            from open join item on item.id = open.item join project on project.id = item.project
            order by item.opened_at, item.number, project.key
            limit :oldest
            """;

    private static final String CREATED = """
            select count(*)
            from item join span on span.item = item.id and span.from_at <= :at and span.to_at > :at
            where item.project = any(:projects) and item.opened_at between :from and :to
                and not span.deleted and %s
            """.formatted(InScope.AT_INSTANT.span());

    private final JdbcClient db;
    private final FinishedItems finished;

    SummaryFigures(@Qualifier("figures") JdbcClient db, FinishedItems finished) {
        this.db = db;
        this.finished = finished;
    }

    /**
     * The summary as of the scope's instant.
     *
     * @param today the day at that instant
     */
    public Summary of(Scope scope, Today today) {
        var week = new Range(Step.WEEK.startOf(scope.at(), scope.zone()), scope.at());
        var counts = counts(scope, today);
        var open = ByCategory.of(counts.open);
        return new Summary(
                scope.at(),
                open.open(),
                open.todo(),
                open.doing(),
                open.waiting(),
                counts.overdue,
                counts.due,
                count(finished.statement(scope, InScope.AT_INSTANT, week, false, FinishedFigure.COUNT)),
                count(db.sql(CREATED).params(scope.parameters()).params(week.parameters())),
                oldest(scope));
    }

    private static final class Counts {
        private final Map<Category, Long> open = new EnumMap<>(Category.class);
        private long overdue;
        private long due;
    }

    private Counts counts(Scope scope, Today today) {
        var counts = new Counts();
        var elsewhere = today.elsewhere().entrySet().stream()
                .flatMap(there -> there.getValue().stream().map(member -> Map.entry(member, there.getKey())))
                .toList();
        db.sql(COUNTS)
                .params(scope.parameters())
                .param("today", today.day())
                .param("members", texts(elsewhere, Map.Entry::getKey))
                .param("days", texts(elsewhere, Map.Entry::getValue))
                .query(row -> {
                    counts.open.put(Category.valueOf(row.getString("category")), row.getLong("items"));
                    counts.overdue += row.getLong("overdue");
                    counts.due += row.getLong("due");
                });
        return counts;
    }

    private List<Summary.OpenItem> oldest(Scope scope) {
        return db.sql(LONGEST_OPEN)
                .params(scope.parameters())
                .param("oldest", OLDEST)
                .query((row, number) -> new Summary.OpenItem(
                        row.getString("key"),
                        row.getString("title"),
                        row.getString("status"),
                        row.getObject("assignee", UUID.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static <T> String[] texts(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }

    private static long count(StatementSpec statement) {
        return statement.query(Long.class).single();
    }
}
