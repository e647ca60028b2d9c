package ilgam.dashboard.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import ilgam.dashboard.figures.CycleTimes.Durations;
import ilgam.dashboard.figures.CycleTimes.Finished;
import ilgam.dashboard.figures.FinishedItems.InScope;

/** Measures how long finished items took, to the second. */
@Component
public class CycleTimeFigures {

    /** At most so many items are shown one by one, the newest. */
    private static final int MOST_ITEMS = 10_000;

    private static final List<Integer> PERCENTILES = List.of(50, 70, 85, 95);

    private static final String SECONDS = """
            floor(extract(epoch from finished.done_at - finished.doing_at))::bigint as cycle,
            floor(extract(epoch from finished.done_at - finished.opened_at))::bigint as lead
            """;

    private static final String DURATIONS = """
            , duration as (select %s from finished)
            select count(*) as finished,
                array_agg(cycle order by cycle) filter (where cycle is not null) as cycles,
                array_agg(lead order by lead) as leads
            from duration
            """.formatted(SECONDS);

    private static final String ITEMS = """
            select item_key(project.key, item.number, item.source_key) as key, done_at, %s
            from finished join item on item.id = finished.item join project on project.id = item.project
            order by done_at desc, item.number desc, project.key
            """.formatted(SECONDS);

    private final FinishedItems finished;

    CycleTimeFigures(FinishedItems finished) {
        this.finished = finished;
    }

    /**
     * The durations of the items that were finished within a range.
     *
     * @param delivered whether items of which nothing was delivered are left out
     */
    public CycleTimes within(Range range, Scope scope, boolean delivered) {
        return finished.ask(scope, InScope.WHEN_DONE, range, delivered, DURATIONS)
                .query((row, number) -> {
                    var finishedItems = row.getLong("finished");
                    return new CycleTimes(
                            durations(seconds(row, "cycles"), finishedItems),
                            durations(seconds(row, "leads"), finishedItems),
                            null,
                            null);
                })
                .single();
    }

    /** The same, with the newest items one by one. */
    public CycleTimes withItems(Range range, Scope scope, boolean delivered) {
        var items = finished.ask(scope, InScope.WHEN_DONE, range, delivered, ITEMS)
                .query((row, number) -> new Finished(
                        row.getString("key"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                        row.getObject("cycle", Long.class),
                        row.getLong("lead")))
                .list();
        return new CycleTimes(
                durations(sorted(items, Finished::cycleSeconds), items.size()),
                durations(sorted(items, Finished::leadSeconds), items.size()),
                items.subList(0, Math.min(MOST_ITEMS, items.size())),
                items.size() > MOST_ITEMS);
    }

    private static List<Long> sorted(List<Finished> items, Function<Finished, @Nullable Long> seconds) {
        return items.stream()
                .flatMap(item -> Stream.ofNullable(seconds.apply(item)))
                .sorted()
                .toList();
    }

    /** @param sorted ascending */
    private static Durations durations(List<Long> sorted, long finished) {
        var percentiles = new LinkedHashMap<String, Long>();
        if (!sorted.isEmpty())
            PERCENTILES.forEach(percent -> percentiles.put(percent.toString(), nearestRank(sorted, percent)));
        return new Durations(sorted.size(), finished - sorted.size(), percentiles);
    }

    private static Long nearestRank(List<Long> sorted, int percent) {
        return sorted.get((percent * sorted.size() + 99) / 100 - 1);
    }

    private static List<Long> seconds(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }
}
