package ilgam.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher's refusals, durability, and clean-up. */
@Tag("system")
@Order(900)
class RestartTest {

    @Test
    void acknowledged_changes_are_on_disk() throws SQLException {
        try (var connection = Ilgam.system().database("postgres");
                var statement = connection.createStatement()) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (var value = statement.executeQuery("show " + setting)) {
                    value.next();
                    assertThat(value.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }

    @Test
    void only_their_owner_can_read_secrets() throws IOException {
        try (var files = Files.list(Ilgam.system().data().resolve("secrets"))) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_second_start_on_the_same_data_names_the_running_process() throws Exception {
        var system = Ilgam.system();
        var second = RunningSystem.launch(system.data());
        var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said)
                .contains("already running")
                .contains(Long.toString(system.launcher().pid()));
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        var port = Integer.toString(Ilgam.system().url().getPort());
        var second = RunningSystem.launch(Ilgam.freshFolder("other"), "--port", port);
        var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isEqualTo(2);
        assertThat(said).contains("Port " + port).contains("taken");
    }

    @Test
    void data_survives_a_stop_and_a_killed_launcher_leaves_nothing_running() throws InterruptedException {
        Ilgam.system();
        var data = Ilgam.freshFolder("restart");
        var address = Ilgam.newAddress("Sophie Wilson");
        String key;
        try (var first = Ilgam.startOn(data)) {
            var member = first.client().join(address, Ilgam.PASSWORD, "Sophie Wilson");
            member.post("/api/projects", Map.of("key", "ARM", "name", "Acorn", "visibility", "open"))
                    .expect(201);
            key = member.post("/api/tasks", Map.of("project", "ARM", "title", "Kept"))
                    .expect(201)
                    .text("key");
            assertThat(first.stop()).isZero();
        }
        var second = Ilgam.startOn(data);
        var left = second.processes();
        second.launcher().destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        Awaitility.await().until(() -> left.values().stream().noneMatch(RestartTest::runs));
        try (var third = Ilgam.startOn(data)) {
            var member = third.client().logIn(address, Ilgam.PASSWORD);
            assertThat(member.get("/api/tasks/" + key).expect(200).text("title"))
                    .isEqualTo("Kept");
        }
    }

    /** A zombie process whose parent is gone may still be listed; it has no command line. */
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }
}
