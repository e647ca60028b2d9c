package ilgam.dashboard.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import ilgam.work.language.Category;

/**
 * Counts the items in each status and category at any number of instants.
 *
 * <p>A segment counts from the first requested instant within it until the first after it. The database reads the
 * segments once and sums up entries and exits per instant; the running sum over the instants gives the figures. A
 * thousand instants therefore cost hardly more than one.
 */
@Component
public class FlowFigures {

    /** The greatest number of statuses, summed over all points. */
    public static final int MOST = 200_000;

    /** Whom an item counts for. */
    private enum Counted {
        ALWAYS("", "span.from_at, meaning.from_at", "span.to_at, meaning.to_at"),

        /** While its assignee belongs to the team. */
        FOR_TEAM(
                Segments.MEMBERSHIPS,
                "span.from_at, meaning.from_at, team_member.from_at",
                "span.to_at, meaning.to_at, team_member.to_at");

        private final String sql;

        Counted(String memberships, String starts, String ends) {
            sql = """
            with segment as materialized (
                select %1$s as status, %2$s as category,
                    width_bucket(greatest(%4$s), :after) as entered,
                    case when least(%5$s) <= :until
                        then width_bucket(least(%5$s), :after) end as gone
                from span %3$s %7$s
                where span.project = any(:projects)
                    and span.from_at <= :until and span.to_at > :first and span.from_at < span.to_at
                    and (meaning.from_at is null or meaning.from_at <= :until)
                    and not span.deleted and %6$s
            ), seen as (
                select * from segment where gone is null or entered < gone
            )
            select entered as point, status, category, count(*) as items from seen group by 1, 2, 3
            union all
            select gone, status, category, -count(*) from seen where gone is not null group by 1, 2, 3
            limit %8$d
            """.formatted(
                            Segments.STATUS,
                            Segments.CATEGORY,
                            Segments.MEANINGS,
                            starts,
                            ends,
                            Segments.IN_SCOPE,
                            memberships,
                            2 * MOST + 1);
        }
    }

    private final JdbcClient db;

    FlowFigures(@Qualifier("figures") JdbcClient db) {
        this.db = db;
    }

    private record Delta(int point, String status, Category category, long items) {}

    /**
     * The flow at these points; empty when it has more than {@link #MOST} statuses.
     *
     * @param points in ascending order
     */
    public Optional<Flow> at(List<Instant> points, Scope scope) {
        var first = scope.known(points.getFirst());
        var until = scope.known(points.getLast());
        // An edge belongs to the first point that is not before it. width_bucket counts thresholds up to and including
        // a value, hence the thresholds lie one microsecond after each point.
        var after = points.stream().map(point -> point.plusNanos(1_000)).toList();
        var read = db.sql((scope.team() == null ? Counted.ALWAYS : Counted.FOR_TEAM).sql)
                .params(scope.parameters())
                .param("first", Scope.timestamp(first))
                .param("until", Scope.timestamp(until))
                .param("after", Scope.instants(after))
                .query((row, number) -> new Delta(
                        row.getInt("point"),
                        row.getString("status"),
                        Category.valueOf(row.getString("category")),
                        row.getLong("items")))
                .list();
        return read.size() > 2 * MOST
                ? Optional.empty()
                : runningSums(points, read.stream().collect(Collectors.groupingBy(Delta::point)))
                        .map(Flow::new);
    }

    private static Optional<List<Flow.Point>> runningSums(List<Instant> points, Map<Integer, List<Delta>> deltas) {
        var flow = new ArrayList<Flow.Point>();
        var byStatus = new TreeMap<String, Long>();
        var byCategory = new EnumMap<Category, Long>(Category.class);
        long statuses = 0;
        for (int point = 0; point < points.size(); point++) {
            for (var delta : deltas.getOrDefault(point, List.of())) {
                byStatus.merge(delta.status(), delta.items(), Long::sum);
                byCategory.merge(delta.category(), delta.items(), Long::sum);
            }
            byStatus.values().removeIf(items -> items == 0);
            statuses += byStatus.size();
            if (statuses > MOST) return Optional.empty();
            var categories = ByCategory.of(byCategory);
            flow.add(new Flow.Point(points.get(point), categories.all(), categories, new TreeMap<>(byStatus)));
        }
        return Optional.of(flow);
    }
}
