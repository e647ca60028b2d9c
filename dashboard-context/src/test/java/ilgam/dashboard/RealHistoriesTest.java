package ilgam.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import ilgam.dashboard.figures.ByCategory;
import ilgam.dashboard.figures.CycleTimeFigures;
import ilgam.dashboard.figures.CycleTimes;
import ilgam.dashboard.figures.FlowFigures;
import ilgam.dashboard.figures.Range;
import ilgam.dashboard.figures.Scope;
import ilgam.dashboard.figures.Step;
import ilgam.dashboard.figures.SummaryFigures;
import ilgam.dashboard.figures.Throughput;
import ilgam.dashboard.figures.ThroughputFigures;
import ilgam.member.replica.Today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The histories of real trackers, where they are installed: every figure must be exactly the known one. */
class RealHistoriesTest {

    private static final Path DATA = Path.of("../../shared/data");
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final int BATCH = 500;
    private static final System.Logger LOG = System.getLogger(RealHistoriesTest.class.getName());

    @ParameterizedTest
    @ValueSource(strings = {"samples/servicenow-200", "samples/titanium-200"})
    void figures_of_a_sample_equal_the_naive_model(String set) {
        var files = files(set);
        var stored = files.all();
        var naive = new NaiveFigures(stored);
        var projects = Set.of(files.project());
        var anything = naive.scope(null, null, null);
        try (var database = Databases.fresh();
                var dashboard = new Dashboard(database)) {
            dashboard.take(stored);
            var scope = new Scope(List.of(files.project()), null, null, null, NOW, ZoneId.of("Asia/Seoul"));
            var range = new Range(Instant.parse("2011-01-01T00:00:00Z"), Instant.parse("2021-12-31T00:00:00Z"));
            for (var point : dashboard
                    .get(FlowFigures.class)
                    .at(Step.WEEK.points(range.from(), range.to(), scope.zone()), scope)
                    .orElseThrow()
                    .points()) assertThat(point.byStatus()).isEqualTo(naive.byStatus(projects, anything, point.at()));
            var finished = naive.finished(projects, anything, range.from(), range.to(), NOW, false);
            assertThat(perWeek(throughput(dashboard, range, scope), Throughput.Period::done))
                    .isEqualTo(NaiveFigures.perWeek(
                            finished.stream().map(NaiveFigures.Finished::doneAt).toList(), scope.zone()));
            var times = dashboard.get(CycleTimeFigures.class).within(range, scope, false);
            assertThat(times.cycleTime().percentiles())
                    .isEqualTo(NaiveFigures.percentiles(finished.stream()
                            .flatMap(item -> item.cycleSeconds().stream())
                            .toList()));
            assertThat(times.leadTime().percentiles())
                    .isEqualTo(NaiveFigures.percentiles(finished.stream()
                            .map(NaiveFigures.Finished::leadSeconds)
                            .toList()));
        }
    }

    @Tag("whole-sets")
    @ParameterizedTest
    @ValueSource(strings = {"servicenow", "titanium"})
    void figures_of_a_whole_set_are_the_known_ones(String set) {
        var files = files(set);
        var truths = files.truths();
        try (var database = Databases.fresh();
                var dashboard = new Dashboard(database)) {
            feed(files, dashboard);
            var scope = new Scope(List.of(files.project()), null, null, null, NOW, ZoneOffset.UTC);
            flow_is_the_known_one(truths, dashboard, scope);
            throughput_is_the_known_one(truths, dashboard, scope);
            cycle_times_are_the_known_ones(truths, dashboard, scope);
            measure(truths, dashboard, scope);
        }
    }

    private static void flow_is_the_known_one(JsonNode truths, Dashboard dashboard, Scope scope) {
        for (var known : truths.get("cfd").properties()) {
            var at = Instant.parse(known.getKey());
            var point = dashboard
                    .get(FlowFigures.class)
                    .at(List.of(at), scope)
                    .orElseThrow()
                    .points()
                    .getFirst();
            var byCategory = known.getValue().get("by_category");
            assertThat(point.byCategory())
                    .isEqualTo(new ByCategory(
                            byCategory.get("todo").asLong(),
                            byCategory.get("doing").asLong(),
                            byCategory.get("waiting").asLong(),
                            byCategory.get("done").asLong(),
                            0));
            var byStatus = counts(known.getValue().get("by_status"));
            var initial = byStatus.remove("(initial, no status event yet)");
            if (initial != null) byStatus.put("none", initial);
            assertThat(point.byStatus()).isEqualTo(byStatus);
            assertThat(point.created())
                    .isEqualTo(known.getValue().get("created_total").asLong());
            var then = new Scope(scope.projects(), null, null, null, at, scope.zone());
            assertThat(dashboard.get(SummaryFigures.class).of(then, today(then)).open())
                    .isEqualTo(truths.get("open_at").get(known.getKey()).asLong());
        }
    }

    private static void throughput_is_the_known_one(JsonNode truths, Dashboard dashboard, Scope scope) {
        var range = new Range(
                Instant.parse(truths.get("first_created").asString()),
                Instant.parse(truths.get("last_event").asString()));
        var throughput = throughput(dashboard, range, scope);
        assertThat(perWeek(throughput, Throughput.Period::done))
                .isEqualTo(counts(truths.get("throughput_by_iso_week")));
        assertThat(perWeek(throughput, Throughput.Period::created))
                .isEqualTo(counts(truths.get("created_by_iso_week")));
    }

    private static void cycle_times_are_the_known_ones(JsonNode truths, Dashboard dashboard, Scope scope) {
        var times = dashboard.get(CycleTimeFigures.class).within(new Range(Range.EARLIEST, NOW), scope, false);
        are(times.cycleTime(), truths.get("cycle_time"));
        are(times.leadTime(), truths.get("lead_time"));
        assertThat(times.cycleTime().count() + times.cycleTime().leftOut())
                .isEqualTo(times.leadTime().count());
    }

    private static void are(CycleTimes.Durations durations, JsonNode known) {
        assertThat(durations.count()).isEqualTo(known.get("n").asLong());
        for (var percent : List.of("50", "85", "95")) {
            var hours = known.get("p" + percent + "_nearest_rank");
            if (hours != null)
                assertThat(durations.percentiles().get(percent)).isEqualTo(Math.round(hours.asDouble() * 3600));
        }
    }

    private static void feed(TrackerFiles files, Dashboard dashboard) {
        var waiting = new ArrayList<StoredEvent>();
        var cost = new Cost(dashboard.get(JdbcClient.class));
        files.deliver(stored -> {
            waiting.addAll(stored);
            while (waiting.size() >= BATCH) take(dashboard, waiting.subList(0, BATCH), cost);
        });
        take(dashboard, waiting, cost);
        LOG.log(System.Logger.Level.INFO, "Projecting took {0}", cost);
    }

    private static void take(Dashboard dashboard, List<StoredEvent> batch, Cost cost) {
        cost.of(batch.size(), () -> dashboard.take(batch));
        batch.clear();
    }

    /** Logs how long queries take, without a limit, as machines differ. */
    private static void measure(JsonNode truths, Dashboard dashboard, Scope scope) {
        var first = Instant.parse(truths.get("first_created").asString());
        var last = Instant.parse(truths.get("last_event").asString());
        var points = new ArrayList<Instant>();
        for (int point = 0; point < 1_000; point++)
            points.add(first.plus(Duration.between(first, last).dividedBy(999).multipliedBy(point)));
        var questions = new HashMap<String, Runnable>();
        var ever = new Range(Range.EARLIEST, NOW);
        var quarter = new Range(last.minus(Duration.ofDays(84)), last);
        questions.put(
                "flow, 1000 points", () -> dashboard.get(FlowFigures.class).at(points, scope));
        questions.put("flow, 1 point", () -> dashboard.get(FlowFigures.class).at(List.of(NOW), scope));
        questions.put("throughput, all weeks", () -> throughput(dashboard, new Range(first, last), scope));
        questions.put("throughput, 12 weeks", () -> throughput(dashboard, quarter, scope));
        questions.put(
                "cycle times, all", () -> dashboard.get(CycleTimeFigures.class).within(ever, scope, false));
        questions.put(
                "cycle times, points",
                () -> dashboard.get(CycleTimeFigures.class).withItems(ever, scope, false));
        questions.put("summary", () -> dashboard.get(SummaryFigures.class).of(scope, today(scope)));
        questions.forEach((name, question) -> {
            question.run();
            var cost = new Cost(dashboard.get(JdbcClient.class));
            for (int round = 0; round < 10; round++) cost.of(1, question);
            LOG.log(System.Logger.Level.INFO, "{0} took {1}", name, cost);
        });
    }

    private static Throughput throughput(Dashboard dashboard, Range range, Scope scope) {
        return dashboard.get(ThroughputFigures.class).within(range, Step.WEEK, scope, false);
    }

    private static Map<String, Long> perWeek(Throughput throughput, ToLongFunction<Throughput.Period> items) {
        return throughput.periods().stream()
                .filter(period -> items.applyAsLong(period) > 0)
                .collect(Collectors.toMap(Throughput.Period::label, items::applyAsLong));
    }

    private static Map<String, Long> counts(JsonNode node) {
        var counts = new HashMap<String, Long>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    private static TrackerFiles files(String set) {
        assumeTrue(Files.isDirectory(DATA.resolve(set)), "The real histories are not installed.");
        return new TrackerFiles(DATA.resolve(set));
    }

    private static Today today(Scope scope) {
        return Today.everywhere(LocalDate.ofInstant(scope.at(), scope.zone()));
    }
}
