package ilgam.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import ilgam.trial.Client;

import static org.assertj.core.api.Assertions.assertThat;

/** The dashboard's figures of a project, compared with those computed from the files. */
record Figures(Client client, String project) {

    private static final Instant FAR = Instant.parse("2026-01-01T00:00:00Z");

    /** Waits until the dashboard has projected everything, then compares every figure exactly. */
    void mustEqual(Truths truths, Duration patience) {
        var all = truths.set().items().size();
        var atTheEnd = truths.flow(FAR);
        Awaitility.await().atMost(patience).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var flow = flow(FAR);
            assertThat(flow.path("created").asInt()).isEqualTo(all);
            assertThat(numbers(flow.path("byStatus"))).isEqualTo(atTheEnd.byStatus());
        });
        for (var at : truths.instants()) flowMustEqual(truths.flow(at), at);
        timesMustEqual(truths);
        weeksMustEqual(truths);
    }

    private JsonNode flow(Instant at) {
        return get("flow?at=" + at).path("points").path(0);
    }

    void flowMustEqual(Truths.Flow expected, Instant at) {
        var flow = flow(at);
        assertThat(flow.path("created").asInt()).as("created at %s", at).isEqualTo(expected.created());
        assertThat(numbers(flow.path("byCategory"))).as("by category at %s", at).isEqualTo(expected.byCategory());
        assertThat(numbers(flow.path("byStatus"))).as("by status at %s", at).isEqualTo(expected.byStatus());
        assertThat(get("summary?at=" + at).path("open").asInt())
                .as("open at %s", at)
                .isEqualTo(expected.open());
    }

    private void timesMustEqual(Truths truths) {
        var times = get("cycle-times?");
        var cycle = truths.cycleTimes();
        var lead = truths.leadTimes();
        assertThat(times.path("cycleTime").path("count").asInt()).isEqualTo(cycle.size());
        assertThat(times.path("leadTime").path("count").asInt()).isEqualTo(lead.size());
        for (var p : new int[] {50, 70, 85, 95}) {
            if (!cycle.isEmpty())
                assertThat(percentile(times, "cycleTime", p))
                        .as("cycle time, %d %%", p)
                        .isEqualTo(Truths.percentile(cycle, p));
            assertThat(percentile(times, "leadTime", p))
                    .as("lead time, %d %%", p)
                    .isEqualTo(Truths.percentile(lead, p));
        }
    }

    private static long percentile(JsonNode times, String which, int p) {
        return times.path(which).path("percentiles").path(Integer.toString(p)).asLong();
    }

    private void weeksMustEqual(Truths truths) {
        var periods = get("throughput?step=week&from=%s&to=%s".formatted(truths.firstWeek(), truths.lastWeek()))
                .path("periods");
        var done = new TreeMap<String, Integer>();
        var created = new TreeMap<String, Integer>();
        for (var period : periods) {
            var label = period.path("label").asString();
            if (period.path("done").asInt() > 0)
                done.put(label, period.path("done").asInt());
            if (period.path("created").asInt() > 0)
                created.put(label, period.path("created").asInt());
        }
        assertThat(done).as("done by week").isEqualTo(truths.doneByWeek());
        assertThat(created).as("created by week").isEqualTo(truths.createdByWeek());
    }

    private JsonNode get(String what) {
        var join = what.contains("?") ? "&" : "?";
        return client.get("/api/dashboard/" + what + join + "tz=UTC&project=" + project)
                .expect(200)
                .json();
    }

    /** Without zeros, which either side may leave out. */
    private static Map<String, Integer> numbers(JsonNode node) {
        var numbers = new TreeMap<String, Integer>();
        node.properties().stream()
                .filter(entry -> entry.getValue().asInt() != 0)
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt()));
        return numbers;
    }
}
