package ilgam.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ilgam.trial.Client;
import ilgam.trial.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** ./ilgam beside a running system, and the system that was restored. */
@Tag("system")
@Order(905)
class RecoveryTest {

    private static final int CHANGES_BEFORE = 10;

    @Test
    void a_backup_under_load_gives_the_same_answers_and_later_erasures_are_repeated() throws Exception {
        Ilgam.assumeEmbedded();
        var system = Ilgam.system();
        var member = Ilgam.member("Ada Backup");
        var leaving = Ilgam.member("Lin Leaving");
        var erasedId = leaving.get("/api/members/me").expect(200).text("id");
        var project = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", project, "name", "Written to", "visibility", "open"))
                .expect(201);
        var backups = Ilgam.freshFolder("backups");
        var load = new Load(member, project);
        load.awaitChanges(CHANGES_BEFORE);
        operate("backup", backups.toString(), "--data", system.data().toString(), "--no-verify");
        load.awaitChanges(CHANGES_BEFORE);
        load.stop();
        Ilgam.admin().delete("/api/members/" + erasedId).expect(204);
        var list = new SystemFolder(system.data()).erasures();
        Awaitility.await()
                .until(() -> Files.exists(list) && Files.readString(list).contains(erasedId));

        var data = Ilgam.freshFolder("restored");
        operate("restore", onlyBackup(backups).toString(), "--data", data.toString(), "--erasures", list.toString());

        try (var restored = RunningSystem.start(data, "--erasures", list.toString())) {
            var again = restored.client().logIn(address(member), Ilgam.PASSWORD);
            var last = lastOccurredAt(restored);
            for (var question : List.of(
                    "/api/work-items?project=%s&limit=200&count=true&sort=key&at=%s",
                    "/api/dashboard/flow?project=%s&at=%s", "/api/dashboard/summary?project=%s&at=%s")) {
                var asked = question.formatted(project, last);
                var before = member.get(asked).expect(200).json();
                Awaitility.await()
                        .untilAsserted(
                                () -> assertThat(again.get(asked).expect(200).json())
                                        .as(asked)
                                        .isEqualTo(before));
            }
            assertThat(again.get("/api/work-items?project=" + project + "&count=true")
                            .expect(200)
                            .json()
                            .path("total")
                            .asInt())
                    .isBetween(CHANGES_BEFORE / 2, load.items() - 1);
            assertThat(again.get("/api/members/" + erasedId).expect(200).text("displayName"))
                    .isEqualTo("Former member");
        }
    }

    private static String address(Client member) {
        return member.get("/api/members/me").expect(200).text("email");
    }

    /** Writes sequentially, so that events are stored in the order in which they happened. */
    private static final class Load {

        private final List<String> keys = new ArrayList<>();
        private final AtomicBoolean stopping = new AtomicBoolean();
        private final Client member;
        private final String project;
        private final Thread thread;
        private final AtomicInteger changes = new AtomicInteger();

        Load(Client member, String project) {
            this.member = member;
            this.project = project;
            this.thread = Thread.ofPlatform().start(this::run);
        }

        private void run() {
            while (!stopping.get()) {
                var key = member.post("/api/tasks", Map.of("project", project, "title", "Number " + keys.size()))
                        .expect(201)
                        .text("key");
                keys.add(key);
                member.put("/api/work-items/" + key + "/status", Map.of("status", "In progress"))
                        .expect(200);
                changes.addAndGet(2);
            }
        }

        void awaitChanges(int more) {
            var until = changes.get() + more;
            Awaitility.await().until(() -> changes.get() >= until);
        }

        void stop() throws InterruptedException {
            stopping.set(true);
            thread.join();
        }

        int items() {
            return keys.size();
        }
    }

    private static void operate(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "ilgam.standalone.recovery.Operations"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Path onlyBackup(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .reduce((one, other) -> {
                        throw new IllegalStateException("There are two backups.");
                    })
                    .orElseThrow();
        }
    }

    private static String lastOccurredAt(RunningSystem restored) throws SQLException {
        try (var events = restored.database(Databases.EVENTS);
                var statement = events.createStatement();
                var row = statement.executeQuery("""
                        select convert_from(meta_data, 'UTF8')::jsonb ->> 'occurredAt' from domain_event
                        where payload_type like 'ilgam.work.language.ItemEvent%' order by global_index desc limit 1
                        """)) {
            row.next();
            return row.getString(1);
        }
    }
}
