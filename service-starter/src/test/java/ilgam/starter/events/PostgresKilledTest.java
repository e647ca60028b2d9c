package ilgam.starter.events;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Metrics;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PostgresKilledTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    @Test
    void a_service_recovers_by_itself_after_its_database_was_killed_and_started_again() throws Exception {
        int port = freePort();
        try (var _ = start(port)) {
            goOn(Postgres.contextOn(port, "work"));
        }
    }

    private void goOn(Postgres.Context databases) throws Exception {
        try (var application = SampleContext.start(databases)) {
            var commands = application.getBean(Commands.class);
            var sums = application.getBean(Sums.class);
            var counter = Ids.next();
            commands.send(new Counter.Open(counter), MetaData.emptyInstance());
            commands.send(new Counter.Add(counter, 1, 5), MetaData.emptyInstance());
            await().until(() -> sums.rows(counter) == 5);

            for (var outage : new Duration[] {Duration.ofSeconds(1), Duration.ofSeconds(12)}) {
                long before = sums.rows(counter);
                var postmaster = postmaster();
                var command = commandOf(postmaster);
                postmaster.destroyForcibly();
                for (int i = 0; i < 3; i++)
                    assertThat(Metrics.of(application).series()).containsKey("ilgam_memory_used_bytes");
                Thread.sleep(outage);
                startAgain(command, databases);
                var back = System.nanoTime();

                await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> add(commands, counter));
                await().atMost(Duration.ofSeconds(15))
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(sums.rows(counter)).isGreaterThanOrEqualTo(before + 5));
                System.out.printf(
                        "after %s away: shown again after %d ms%n",
                        outage, Duration.ofNanos(System.nanoTime() - back).toMillis());

                long shown = sums.rows(counter);
                var asked = System.nanoTime();
                assertThat(add(commands, counter)).isTrue();
                await().pollInterval(Duration.ofMillis(5)).until(() -> sums.rows(counter) == shown + 5);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
            }
            assertThat(shown(databases, counter)).isEqualTo(stored(databases, counter));
        }
    }

    /** The projection commits asynchronously: what the crash lost must have been projected again, once. */
    private static List<Long> shown(Postgres.Context databases, UUID counter) {
        return JdbcClient.create(databases.dataSource())
                .sql("select sequence from addition where counter = ? order by sequence")
                .param(counter)
                .query(Long.class)
                .list();
    }

    private static List<Long> stored(Postgres.Context databases, UUID counter) {
        return JdbcClient.create(databases.eventStore())
                .sql("""
                        select sequence_number from domain_event
                        where aggregate_identifier = ? and payload_type = ? order by 1
                        """)
                .params(counter.toString(), Counter.Added.class.getName())
                .query(Long.class)
                .list();
    }

    private static boolean add(Commands commands, UUID counter) {
        commands.send(new Counter.Add(counter, 1, 5), MetaData.emptyInstance());
        return true;
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static List<String> commandOf(ProcessHandle process) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) command.addAll(List.of("unshare", "-U"));
        var words =
                Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).split("\0");
        command.add(Path.of("/proc/" + process.pid() + "/exe").toRealPath().toString());
        command.addAll(List.of(words).subList(1, words.length));
        return command;
    }

    /** A new server refuses to start until the last orphan process of the killed one has ended. */
    private void startAgain(List<String> command, Postgres.Context databases) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> !process.isAlive()
                            || databases.dataSource().getConnection().isValid(1));
            return process.isAlive();
        });
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
