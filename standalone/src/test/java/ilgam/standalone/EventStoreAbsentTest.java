package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** A start while the event store is not up; it needs no Axon Server. */
@Tag("system")
@Order(890)
class EventStoreAbsentTest {

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void a_start_waits_for_the_event_store_and_says_so_every_ten_seconds() throws Exception {
        var address = "127.0.0.1:" + Ports.anyFree();
        var launcher = RunningSystem.launch(
                Ilgam.freshFolder("event-store-absent"),
                Map.of("AXON_AXONSERVER_SERVERS", address),
                "--events",
                "axon-server");
        Thread.ofVirtual().start(() -> read(launcher));

        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> waiting(address) >= 1);
        var first = System.nanoTime();
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> waiting(address) >= 3);
        assertThat(Duration.ofNanos(System.nanoTime() - first)).isGreaterThan(Duration.ofSeconds(15));
        assertThat(launcher.isAlive()).isTrue();
        assertThat(said).noneMatch(line -> line.contains("ready (") && line.contains("http:"));
        assertThat(said).noneMatch(line -> line.contains("starting it again"));

        launcher.destroy();
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isZero();
        assertThat(said).noneMatch(line -> line.contains("was killed"));
    }

    private long waiting(String address) {
        return said.stream()
                .filter(line -> line.startsWith("ilgam: waiting for the event store at " + address))
                .count();
    }

    private void read(Process launcher) {
        try (var lines = launcher.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException ended) {
            // the launcher has stopped
        }
    }
}
