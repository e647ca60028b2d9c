package ilgam.dashboard.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import ilgam.dashboard.figures.CycleTimes.Durations;
import ilgam.dashboard.figures.CycleTimes.Finished;
import ilgam.dashboard.figures.FinishedItems.InScope;

/** Computes how long finished items took, to the second. */
@Component
public class CycleTimeFigures {

    /** The greatest number of single items in a response; the newest are shown. */
    private static final int MOST_ITEMS = 10_000;

    private static final List<Integer> PERCENTILES = List.of(50, 70, 85, 95);

    private static final String SECONDS = """
            floor(extract(epoch from finished.done_at - finished.doing_at))::bigint as cycle,
            floor(extract(epoch from finished.done_at - finished.opened_at))::bigint as lead
            """;

    private static final String DURATIONS = """
            , duration as (select %1$s from finished)
            select count(*) as finished, count(cycle) as cycles, count(lead) as leads,
                percentile_disc(array[%2$s]) within group (order by cycle) as cycle_percentiles,
                percentile_disc(array[%2$s]) within group (order by lead) as lead_percentiles
            from duration
            """.formatted(
                    SECONDS,
                    PERCENTILES.stream()
                            .map(percent -> Double.toString(percent / 100.0))
                            .collect(Collectors.joining(", ")));

    private static final String ITEMS = """
            select item_key(project.key, item.number, item.source_key) as key, done_at, %s
            from finished join item on item.id = finished.item join project on project.id = item.project
            order by done_at desc, item.number desc, project.key limit %d
            """.formatted(SECONDS, MOST_ITEMS);

    private final FinishedItems finished;

    CycleTimeFigures(FinishedItems finished) {
        this.finished = finished;
    }

    /**
     * The durations of the items that were finished within a range.
     *
     * @param delivered whether to leave out items with a resolution that means that nothing was delivered
     */
    public CycleTimes within(Range range, Scope scope, boolean delivered) {
        return finished.statement(scope, InScope.WHEN_DONE, range, delivered, DURATIONS)
                .query((row, number) -> new CycleTimes(durations(row, "cycle"), durations(row, "lead"), null, null))
                .single();
    }

    /** The same with the newest items one by one. */
    public CycleTimes withItems(Range range, Scope scope, boolean delivered) {
        var all = within(range, scope, delivered);
        var newest = finished.statement(scope, InScope.WHEN_DONE, range, delivered, ITEMS)
                .query((row, number) -> new Finished(
                        row.getString("key"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                        row.getObject("cycle", Long.class),
                        row.getLong("lead")))
                .list();
        var finishedItems = all.leadTime().count() + all.leadTime().leftOut();
        return new CycleTimes(all.cycleTime(), all.leadTime(), newest, finishedItems > newest.size());
    }

    private static Durations durations(ResultSet row, String what) throws SQLException {
        var count = row.getLong(what + "s");
        var percentiles = new LinkedHashMap<String, Long>();
        if (count > 0) {
            var values = (Long[]) row.getArray(what + "_percentiles").getArray();
            for (int n = 0; n < values.length; n++)
                percentiles.put(PERCENTILES.get(n).toString(), values[n]);
        }
        return new Durations(count, row.getLong("finished") - count, percentiles);
    }
}
