package ilgam.starter.projection;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TakeoverTest {

    @TempDir
    Path folder;

    @Test
    void another_instance_takes_over_within_ten_seconds_when_one_is_killed() throws Exception {
        var databases = Postgres.context("work");
        var doomed = startProcess(databases);
        var db = JdbcClient.create(databases.dataSource());
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> owners(db).size() == 1);
        var owner = owners(db);

        try (var survivor = SampleContext.start(databases)) {
            var commands = survivor.getBean(Commands.class);
            var sums = survivor.getBean(Sums.class);
            var before = counted(commands);
            await().until(() -> sums.rows(before) == 3);
            assertThat(owners(db)).isEqualTo(owner);

            doomed.destroyForcibly().waitFor();
            var counters = new ArrayList<UUID>();
            for (int i = 0; i < 20; i++) counters.add(counted(commands));

            await().atMost(Duration.ofSeconds(12))
                    .until(() -> counters.stream().allMatch(counter -> sums.rows(counter) == 3));
            assertThat(owners(db)).hasSize(1).isNotEqualTo(owner);
        } finally {
            doomed.destroyForcibly();
        }
    }

    private static UUID counted(Commands commands) {
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        commands.send(new Counter.Add(counter, 1, 3), MetaData.emptyInstance());
        return counter;
    }

    private static List<String> owners(JdbcClient db) {
        return db.sql("select distinct owner from token_entry where owner is not null")
                .query(String.class)
                .list();
    }

    private Process startProcess(Postgres.Context databases) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-cp",
                String.join(File.pathSeparator, classPath()),
                SampleContext.class.getName()));
        databases.settings().forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static List<String> classPath() {
        return List.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator));
    }
}
