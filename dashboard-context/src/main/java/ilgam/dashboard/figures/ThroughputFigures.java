package ilgam.dashboard.figures;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Counts finished items per period by the instant they were done, and created ones by their opening. */
@Component
public class ThroughputFigures {

    private static final String CREATED = """
            select width_bucket(item.opened_at, :starts) - 1 as period, count(*) as items
            from item join span on span.item = item.id and span.from_at <= :at and span.to_at > :at
            where item.project = any(:projects) and item.opened_at between :from and :to
                and not span.deleted and %s
            group by 1
            """.formatted(InScope.AT_INSTANT.span());

    private final JdbcClient db;
    private final FinishedItems finished;

    ThroughputFigures(@Qualifier("figures") JdbcClient db, FinishedItems finished) {
        this.db = db;
        this.finished = finished;
    }

    /**
     * @param delivered whether to leave out of the finished items those with a resolution that means that nothing was
     * delivered
     */
    public Throughput within(Range range, Step step, Scope scope, boolean delivered) {
        var starts = step.periods(range.from(), range.to(), scope.zone());
        var array = Scope.instants(starts);
        var done = perPeriod(finished.statement(scope, InScope.WHEN_DONE, range, delivered, FinishedFigure.PER_PERIOD)
                .param("starts", array));
        var created = perPeriod(db.sql(CREATED)
                .params(scope.parameters())
                .params(range.parameters())
                .param("starts", array));
        return new Throughput(IntStream.range(0, starts.size())
                .mapToObj(period -> new Throughput.Period(
                        starts.get(period),
                        step.label(starts.get(period), scope.zone()),
                        done.getOrDefault(period, 0L),
                        created.getOrDefault(period, 0L)))
                .toList());
    }

    private static Map<Integer, Long> perPeriod(StatementSpec statement) {
        return statement.query((row, number) -> Map.entry(row.getInt("period"), row.getLong("items"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
