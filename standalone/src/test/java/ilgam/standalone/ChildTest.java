package ilgam.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChildTest {

    @TempDir
    private Path folder;

    private final Spawner spawner = new Spawner();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        spawner.close();
    }

    private Child child(String script, Duration patience) {
        var plan = new Child.Plan(
                "child",
                () -> spawner.spawn(
                        new ProcessBuilder("sh", "-c", script).redirectErrorStream(true), Spawner.Orphaned.KILL, false),
                "TERM",
                patience,
                new LogFile(folder.resolve("child.log")));
        return new Child(plan, new Child.Watch() {
            @Override
            public void started(Child child) {
                heard.add("started");
            }

            @Override
            public void died(Child child, int exitCode, Duration pause, int deathsInARow) {
                heard.add("%d after %d, pause %d ms".formatted(exitCode, deathsInARow, pause.toMillis()));
            }
        });
    }

    @Test
    void a_killed_child_is_reported_and_started_again() {
        var child = child("sleep 60", Duration.ofSeconds(5));
        child.start();
        Awaitility.await().until(child::alive);
        var first = child.pid();
        Signals.send("KILL", first);
        Awaitility.await().until(() -> child.alive() && child.pid() != first);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(heard).containsExactly("started", "137 after 1, pause 500 ms", "started"));
        child.askToStop();
        assertThat(child.awaitStopped()).isTrue();
    }

    @Test
    void a_child_that_keeps_dying_is_restarted_at_growing_intervals() {
        var child = child("exit 7", Duration.ofSeconds(5));
        child.start();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() >= 5);
        child.askToStop();
        assertThat(heard).contains("7 after 1, pause 500 ms", "7 after 2, pause 1000 ms");
    }

    @Test
    void a_child_that_does_not_stop_in_time_is_killed() {
        var child = child("trap '' TERM; while :; do sleep 1; done", Duration.ofMillis(300));
        child.start();
        Awaitility.await().until(child::alive);
        child.askToStop();
        assertThat(child.awaitStopped()).isFalse();
        assertThat(child.alive()).isFalse();
    }

    @Test
    void a_child_s_output_is_in_its_log() {
        var child = child("echo out; echo err >&2; sleep 60", Duration.ofSeconds(5));
        child.start();
        Awaitility.await().untilAsserted(() -> assertThat(child.log().tail(2)).containsExactly("out", "err"));
        child.askToStop();
        child.awaitStopped();
    }
}
