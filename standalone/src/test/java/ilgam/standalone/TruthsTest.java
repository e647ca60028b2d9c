package ilgam.standalone;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the tests' own computation against figures that came with the whole sets. */
class TruthsTest {

    @ParameterizedTest
    @ValueSource(strings = {"servicenow", "titanium"})
    void the_tests_compute_the_figures_that_came_with_the_data(String name) {
        var set = SampleSet.read(name);
        var given = set.givenTruths();
        var own = new Truths(set);
        assertThat(set.items()).hasSize(given.path("items").asInt());
        assertThat(set.events()).isEqualTo(given.path("events").asInt());
        for (var at : given.path("cfd").properties()) {
            var flow = own.flow(Instant.parse(at.getKey()));
            assertThat(flow.created())
                    .isEqualTo(at.getValue().path("created_total").asInt());
            assertThat(flow.open())
                    .isEqualTo(given.path("open_at").path(at.getKey()).asInt());
            assertThat(flow.byStatus()).isEqualTo(GivenTruths.byStatus(at.getValue()));
        }
        assertThat(own.doneByWeek()).isEqualTo(numbers(given.path("throughput_by_iso_week")));
        assertThat(own.createdByWeek()).isEqualTo(numbers(given.path("created_by_iso_week")));
        assertThat(own.cycleTimes()).hasSize(given.path("cycle_time").path("n").asInt());
        assertThat(Truths.percentile(own.leadTimes(), 85))
                .isEqualTo(GivenTruths.seconds(given.path("lead_time").path("p85_nearest_rank")));
    }

    private static Map<String, Integer> numbers(JsonNode node) {
        var numbers = new TreeMap<String, Integer>();
        node.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt()));
        return numbers;
    }
}
