package ilgam.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A PostgreSQL that was started for an operator's command, and stops with it. */
record StartedCluster(
        DataFolder data, Secrets secrets, Spawner spawner, PostgresServer server, Process process, LogFile log) {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    /** Starts this build's PostgreSQL, without waiting until it is ready. */
    static StartedCluster start(DataFolder data, Optional<Archive> archive, String settings) {
        return start(data, PostgresBinaries.here(), archive, PostgresServer::prepare, settings);
    }

    /** Starts the PostgreSQL of these programs, without waiting until it is ready. */
    static StartedCluster startEarlier(DataFolder data, PostgresBinaries programs) {
        return start(data, programs, Optional.empty(), PostgresServer::prepareEarlier, "");
    }

    private static StartedCluster start(
            DataFolder data,
            PostgresBinaries binaries,
            Optional<Archive> archive,
            Consumer<PostgresServer> prepare,
            String settings) {
        var spawner = new Spawner();
        var secrets = new Secrets(data.secrets());
        var server = new PostgresServer(
                binaries,
                data,
                secrets,
                spawner,
                Ports.anyFree(),
                settings + archive.map(Archive::settings).orElse(""));
        try {
            prepare.accept(server);
            archive.ifPresent(used -> used.belongTo(data.postgres()));
        } catch (RuntimeException failure) {
            release(data, spawner);
            throw failure;
        }
        var log = new LogFile(data.logs().resolve("postgresql.log"));
        var process = server.start();
        Thread.ofPlatform().name("postgresql-log").daemon().start(() -> log.copy(process.getInputStream()));
        return new StartedCluster(data, secrets, spawner, server, process, log);
    }

    private static void release(DataFolder data, Spawner spawner) {
        spawner.close();
        try {
            data.close();
        } catch (IOException ignored) {
            // the lock ends with this process anyway
        }
    }

    /**
     * Waits until the server answers.
     *
     * @throws CannotStart with the server's log lines when it ends instead
     */
    void awaitReady() {
        while (!server.ready()) pauseWhileAlive();
    }

    /** @throws CannotStart with the server's log lines when it has ended */
    void pauseWhileAlive() {
        if (!process.isAlive())
            throw CannotStart.failed("PostgreSQL ended on %s: %s"
                    .formatted(Cluster.real(data.postgres()), String.join(" / ", causes())));
        Pause.of(LOOK);
    }

    /** The last log lines with the cause. */
    private List<String> causes() {
        Pause.of(LOOK); // the last lines may not be written yet
        var lines = log.tail(40).stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("last completed"))
                .map(line -> line.replaceFirst("^.*?(LOG|FATAL|PANIC): +", ""))
                .toList();
        return lines.isEmpty() ? log.tail(3) : lines;
    }

    void stop() {
        try {
            Signals.send("INT", process.pid());
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                Signals.send("KILL", process.pid());
                process.waitFor();
            }
            release(data, spawner);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
