package ilgam.standalone;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Any process may be killed at any moment without loss. */
@Tag("chaos")
@Order(200)
class ChaosTest {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    @ParameterizedTest
    @ValueSource(strings = {"work-context", "member-context", "dashboard-context", "gateway", "postgresql"})
    void killing_a_process_during_an_import_loses_nothing(String victim) {
        var set = SampleSet.read("samples/servicenow-200");
        var project = Ilgam.newKey();
        var admin = Ilgam.admin();
        var system = Ilgam.system();
        var running = Import.begin(admin, set.upload(project));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> running.state().path("items").path("done").asInt() > 0);
        system.kill(victim);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> system.output().stream().anyMatch(line -> line.contains(victim + " was killed")));
        var done = running.finish(LIMIT);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        system.awaitReady();
        new Figures(admin, project).mustEqual(new Truths(set), LIMIT);
    }
}
