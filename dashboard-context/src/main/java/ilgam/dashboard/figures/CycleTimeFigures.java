package ilgam.dashboard.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;

import org.springframework.stereotype.Component;

import ilgam.dashboard.figures.CycleTimes.Durations;
import ilgam.dashboard.figures.CycleTimes.Finished;
import ilgam.dashboard.figures.FinishedFigure.Took;

/** Computes how long finished items took, to the second. */
@Component
public class CycleTimeFigures {

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
        return finished.statement(scope, InScope.WHEN_DONE, range, delivered, FinishedFigure.DURATIONS)
                .query((row, number) -> new CycleTimes(durations(row, "cycle"), durations(row, "lead"), null, null))
                .single();
    }

    /** The same with the newest items one by one. */
    public CycleTimes withItems(Range range, Scope scope, boolean delivered) {
        var all = within(range, scope, delivered);
        var newest = finished.statement(scope, InScope.WHEN_DONE, range, delivered, FinishedFigure.NEWEST)
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
                percentiles.put(Took.PERCENTILES.get(n).toString(), values[n]);
        }
        return new Durations(count, row.getLong("finished") - count, percentiles);
    }
}
