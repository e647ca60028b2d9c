package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** ./ilgam rebuild and check beside the running system. */
@Tag("system")
@Timeout(300)
class OperatorRebuildTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void a_rebuild_goes_on_when_the_command_is_interrupted() throws Exception {
        var member = Ilgam.member("Barbara Liskov");
        var project = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", project, "name", "Substitutes", "visibility", "open"))
                .expect(201);
        var key = member.post("/api/tasks", Map.of("project", project, "title", "Right"))
                .expect(201)
                .text("key");
        change("update item_version set title = 'Wrong' where title = 'Right'");
        assertThat(member.get("/api/tasks/" + key).text("title")).isEqualTo("Wrong");

        Command another;
        try (var connection = Ilgam.system().database("ilgam_work");
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock_shared(7310581)"); // prevents the swap meanwhile
            var one = run("rebuild", "work", "items");
            await(() -> one.said().contains("event "));
            another = run("rebuild", "work", "items");
            await(() -> another.said().contains("being rebuilt already")
                    && another.said().contains("event "));
            Signals.send("TERM", one.process().pid()); // background jobs ignore SIGINT
            one.process().waitFor();
            assertThat(one.said()).contains("goes on being rebuilt").doesNotContain("work/items is rebuilt\n");
            assertThat(another.process().isAlive()).isTrue();
        }

        assertThat(another.process().waitFor()).as(another.said()).isZero();
        assertThat(another.said()).endsWith("work/items is rebuilt\n");
        assertThat(member.get("/api/tasks/" + key).text("title")).isEqualTo("Right");
    }

    @Test
    void a_check_reports_rows_that_differ_from_a_rebuild() throws Exception {
        var member = Ilgam.member("Kristen Nygaard");
        var project = Ilgam.newKey();
        member.post("/api/projects", Map.of("key", project, "name", "Simulations", "visibility", "open"))
                .expect(201);
        var key = member.post("/api/tasks", Map.of("project", project, "title", "Simulated"))
                .expect(201)
                .text("key");
        change("update item_version set title = 'Spoilt' where title = 'Simulated'");

        var check = run("check");
        assertThat(check.process().waitFor()).as(check.said()).isEqualTo(1);
        assertThat(check.said())
                .contains("FAULT: work: 1 row of the projection items is not as events say: item_version (")
                .contains("./ilgam rebuild work items")
                .contains("member: 5 projections", "work: 8 projections", "dashboard: 5 projections")
                .contains("1 fault found");
        assertThat(member.get("/api/tasks/" + key).text("title")).isEqualTo("Spoilt");

        var rebuild = run("rebuild", "work", "items");
        assertThat(rebuild.process().waitFor()).as(rebuild.said()).isZero();
        var again = run("check");
        assertThat(again.process().waitFor()).as(again.said()).isZero();
        assertThat(again.said()).contains("all is whole");
    }

    @Test
    void an_unknown_projection_is_refused() throws Exception {
        assertThat(refusal(run("rebuild", "work", "boards")))
                .contains("no projection 'boards' of work")
                .contains("history, items, ");
        assertThat(refusal(run("rebuild", "gateway", "items"))).contains("use member, work, dashboard");
        assertThat(refusal(run("rebuild", "work"))).contains("./ilgam rebuild work items");
        assertThat(refusal(run("rebuild", "work", "items", "--data=" + folder))).contains("does not run on " + folder);
    }

    private static String refusal(Command command) throws InterruptedException {
        assertThat(command.process().waitFor()).as(command.said()).isEqualTo(2);
        return command.said();
    }

    /** A running command and its output file. */
    private record Command(Process process, Path output) {

        String said() {
            try {
                return Files.readString(output);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    private Command run(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "ilgam.standalone.recovery.Operations"));
        command.addAll(List.of(arguments));
        if (!arguments[arguments.length - 1].startsWith("--data"))
            command.addAll(List.of("--data", Ilgam.system().data().toString()));
        var output = Files.createTempFile(folder, "said", "");
        return new Command(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    private static void change(String sql) throws SQLException {
        try (var connection = Ilgam.system().database("ilgam_work");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
