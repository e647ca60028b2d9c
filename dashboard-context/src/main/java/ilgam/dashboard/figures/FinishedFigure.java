package ilgam.dashboard.figures;

import java.util.List;
import java.util.stream.Collectors;

/** What is read of the finished items: a query over {@code finished (item, opened_at, doing_at, done_at)}. */
enum FinishedFigure {
    COUNT("select count(*) from finished"),

    /** By the places of {@code :starts}. */
    PER_PERIOD("""
            select width_bucket(done_at, :starts) - 1 as period, count(*) as items
            from finished
            group by 1
            """),

    DURATIONS("""
            , duration as (select %1$s from finished)
            select count(*) as finished, count(cycle) as cycles, count(lead) as leads,
                percentile_disc(array[%2$s]) within group (order by cycle) as cycle_percentiles,
                percentile_disc(array[%2$s]) within group (order by lead) as lead_percentiles
            from duration
            """.formatted(
                    Took.SECONDS,
                    Took.PERCENTILES.stream()
                            .map(percent -> Double.toString(percent / 100.0))
                            .collect(Collectors.joining(", ")))),

    /** The newest of them, one by one. */
    NEWEST("""
            select item_key(project.key, item.number, item.source_key) as key, done_at, %s
            from finished join item on item.id = finished.item join project on project.id = item.project
            order by done_at desc, item.number desc, project.key limit %d
            """.formatted(Took.SECONDS, Took.MOST));

    /** How long an item took. */
    static final class Took {

        /** The greatest number of single items in a response. */
        static final int MOST = 10_000;

        static final List<Integer> PERCENTILES = List.of(50, 70, 85, 95);

        private static final String SECONDS = """
            floor(extract(epoch from finished.done_at - finished.doing_at))::bigint as cycle,
            floor(extract(epoch from finished.done_at - finished.opened_at))::bigint as lead
            """;

        private Took() {}
    }

    private final String sql;

    FinishedFigure(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
