package ilgam.standalone;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.Client;
import ilgam.trial.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Tag("system")
class ObserveTest {

    @Test
    void prometheus_scrapes_every_process_and_stops_with_the_system() {
        Assumptions.assumeTrue(
                Monitoring.installed().prometheus().isPresent(), "skipped: no Prometheus is installed here");
        Map<String, Long> processes;
        try (var system = RunningSystem.start(Ilgam.freshFolder("observed"), "--observe", "--events", Ilgam.EVENTS)) {
            var prometheus = new Client(system.monitor("prometheus"));
            processes = new HashMap<>(system.processes());
            assertThat(processes).containsKey("prometheus");

            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(up(prometheus))
                            .containsEntry("member", "1")
                            .containsEntry("work", "1")
                            .containsEntry("dashboard", "1")
                            .containsEntry("gateway", "1"));
            assertThat(prometheus.get("/api/v1/rules").expect(200).json().at("/data/groups"))
                    .isNotEmpty();
            assertThat(system.stop()).isZero();
        }
        assertThat(processes.values())
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    private static Map<String, String> up(Client prometheus) {
        var up = new HashMap<String, String>();
        for (var result : prometheus
                .get("/api/v1/query?query=up%7Bjob%3D%22ilgam%22%7D")
                .expect(200)
                .json()
                .at("/data/result"))
            up.put(
                    result.at("/metric/context").asString(),
                    result.at("/value/1").asString());
        return up;
    }
}
