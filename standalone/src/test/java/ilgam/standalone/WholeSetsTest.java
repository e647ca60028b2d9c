package ilgam.standalone;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Imports of twenty thousand items and more with their whole history, compared with the figures that came with them.
 */
@Tag("whole-sets")
@Order(300)
class WholeSetsTest {

    private static final Duration LIMIT = Duration.ofMinutes(20);

    @ParameterizedTest
    @CsvSource({"servicenow, SNALL", "titanium, TIALL"})
    void a_whole_imported_tracker_gives_exactly_its_figures(String name, String project) {
        var set = SampleSet.read(name);
        var done = Import.begin(Ilgam.admin(), set.upload(project)).finish(LIMIT);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.path("rejected")).isEmpty();
        var truths = new Truths(set);
        var figures = new Figures(Ilgam.admin(), project);
        figures.mustEqual(truths, LIMIT);
        for (var at : set.givenTruths().path("cfd").properties()) {
            var instant = Instant.parse(at.getKey());
            figures.flowMustEqual(truths.flow(instant), instant);
        }
    }
}
