package ilgam.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ilgam.dashboard.figures.FlowFigures;
import ilgam.dashboard.figures.Scope;
import ilgam.work.language.Category;
import ilgam.work.language.ItemEvent.ItemOpened;
import ilgam.work.language.ItemId;
import ilgam.work.language.Kind;
import ilgam.work.language.Priority;
import ilgam.work.language.ProjectEvent.ProjectStarted;
import ilgam.work.language.ProjectEvent.WorkflowDefined;
import ilgam.work.language.ProjectId;
import ilgam.work.language.Status;
import ilgam.work.language.Visibility;

import static org.assertj.core.api.Assertions.assertThat;

/** The size of a flow is the number of statuses at all points together. */
class FlowSizeTest {

    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final ProjectId PROJECT = new ProjectId(new UUID(5, 1));
    private static final int STATUSES = 250;

    @Test
    void a_flow_that_is_too_large_is_refused() {
        try (var database = Databases.fresh();
                var dashboard = new Dashboard(database)) {
            dashboard.take(stored());
            var flows = dashboard.get(FlowFigures.class);
            var scope = new Scope(List.of(PROJECT.value()), null, null, null, hours(5_000), ZoneOffset.UTC);

            assertThat(flows.at(points(FlowFigures.MOST / STATUSES), scope)
                            .orElseThrow()
                            .points()
                            .getLast()
                            .byStatus())
                    .hasSize(STATUSES);
            assertThat(flows.at(points(FlowFigures.MOST / STATUSES + 1), scope)).isEmpty();
        }
    }

    private static List<Instant> points(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(FlowSizeTest::hours).toList();
    }

    private static Instant hours(int n) {
        return START.plus(Duration.ofHours(n));
    }

    private static List<StoredEvent> stored() {
        var statuses = IntStream.range(0, STATUSES)
                .mapToObj(n -> new Status("s" + n, "Status " + n, Category.TODO))
                .toList();
        var stored = new ArrayList<StoredEvent>();
        stored.add(new StoredEvent(
                PROJECT.value(), 0, START, new ProjectStarted(PROJECT, "MANY", "Many", "", Visibility.OPEN)));
        stored.add(new StoredEvent(PROJECT.value(), 1, START, new WorkflowDefined(PROJECT, statuses, Map.of())));
        for (int n = 0; n < STATUSES; n++) stored.add(new StoredEvent(new UUID(6, n), 0, START, opened(n)));
        return stored;
    }

    private static ItemOpened opened(int n) {
        return new ItemOpened(
                new ItemId(new UUID(6, n)),
                PROJECT,
                n + 1,
                null,
                Kind.TASK,
                "Item",
                "",
                "s" + n,
                null,
                null,
                Priority.NORMAL,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }
}
