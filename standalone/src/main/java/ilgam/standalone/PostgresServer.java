package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The database server: its folder, settings and start, and the clean-up after a killed one. */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    private static final Duration LEFTOVER_PATIENCE = Duration.ofSeconds(30);

    private final PostgresBinaries binaries;
    private final DataFolder data;
    private final Secrets secrets;
    private final Spawner spawner;
    private final int port;
    private final String further;

    PostgresServer(PostgresBinaries binaries, DataFolder data, Secrets secrets, Spawner spawner, int port) {
        this(binaries, data, secrets, spawner, port, "");
    }

    /** A server with additional settings. */
    PostgresServer(
            PostgresBinaries binaries, DataFolder data, Secrets secrets, Spawner spawner, int port, String further) {
        this.binaries = binaries;
        this.data = data;
        this.secrets = secrets;
        this.spawner = spawner;
        this.port = port;
        this.further = further;
    }

    int port() {
        return port;
    }

    /** Creates the cluster at the first start; an incomplete one is created again. */
    void prepare() {
        try {
            if (!Files.exists(data.postgres())) initialise();
            var version =
                    Files.readString(data.postgres().resolve("PG_VERSION")).strip();
            if (!version.equals(PostgresBinaries.VERSION))
                throw CannotStart.failed(
                        "The data in %s was written by PostgreSQL %s; this is PostgreSQL %s. Upgrade it: ./ilgam upgrade-database."
                                .formatted(data.postgres(), version, PostgresBinaries.VERSION));
            Files.writeString(data.postgres().resolve("postgresql.conf"), settings() + "\n" + further);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Prepares a cluster of an earlier version, run by that version, for reading only. */
    void prepareEarlier() {
        try {
            if (!Files.exists(data.postgres())) initialise();
            Files.writeString(data.postgres().resolve("postgresql.conf"), """
                    listen_addresses = '127.0.0.1'
                    port = %d
                    unix_socket_directories = ''
                    timezone = 'UTC'
                    """.formatted(port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void initialise() throws IOException {
        if (Spawner.isRoot() && !Spawner.canDropRights())
            throw CannotStart.failed("PostgreSQL refuses to run as root, and this machine gives root no way to drop its"
                    + " rights (unshare -U). Start Ilgam as an ordinary user.");
        var fresh = data.scratch().resolve("postgres");
        run(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + secrets.passwordFile(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        Files.move(fresh, data.postgres(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command) throws IOException {
        var log = data.logs().resolve("initdb.log");
        var all = new ArrayList<String>();
        if (Spawner.isRoot()) all.addAll(List.of("unshare", "-U"));
        all.addAll(command);
        var program = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
        withoutPostgresVariables(program);
        try {
            if (program.start().waitFor() != 0)
                throw CannotStart.failed("PostgreSQL could not make its folder: see %s.".formatted(log));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
    }

    /** Settings for a machine that also runs five Java processes; ALTER SYSTEM overrides them. */
    private String settings() {
        return """
                # Written by ./start at each start. Settings of your own: ALTER SYSTEM.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 120
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'

                # The log says nothing of what members wrote: no statement, no parameter, no row, no value in a message.
                # Services log their failed statements themselves.
                log_min_messages = log
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0

                # An acknowledged change is on the disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                shared_buffers = 128MB
                effective_cache_size = 1GB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                wal_compression = on
                min_wal_size = 256MB
                max_wal_size = 1GB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                io_method = sync
                max_parallel_workers_per_gather = 1
                jit = off
                """.formatted(port);
    }

    Process start() {
        stopLeftover();
        var server = new ProcessBuilder(
                        binaries.program("postgres").toString(),
                        "-D",
                        data.postgres().toString())
                .redirectErrorStream(true);
        withoutPostgresVariables(server);
        return spawner.spawn(server, Spawner.Orphaned.INT, Spawner.isRoot());
    }

    private static void withoutPostgresVariables(ProcessBuilder program) {
        program.environment().keySet().removeIf(name -> name.startsWith("PG"));
    }

    /** After a crash: stops a server that still runs on this folder, or deletes the pid file of one that has ended. */
    private void stopLeftover() {
        var pidFile = data.postgres().resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) return;
            pidIn(pidFile).flatMap(ProcessHandle::of).filter(this::isOurs).ifPresent(PostgresServer::end);
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Empty when a crash truncated the file; only the holder of the data folder starts servers on it. */
    private static Optional<Long> pidIn(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,18}"))
                    .map(Long::valueOf);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.endsWith("postgres -D " + data.postgres()))
                .isPresent();
    }

    private static void end(ProcessHandle leftover) {
        Signals.send("INT", leftover.pid());
        try {
            leftover.onExit().get(LEFTOVER_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception stillThere) {
            Signals.send("KILL", leftover.pid());
            leftover.onExit().join();
        }
    }

    Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", secrets.password(SUPERUSER));
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url(database), login);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Whether the server answers; fails if its settings are not durable. */
    boolean ready() {
        try (var connection = connect("postgres")) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes"))
                mustBeOn(setting, connection);
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void mustBeOn(String setting, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            if (!"on".equals(result.getString(1)))
                throw CannotStart.failed("PostgreSQL runs with %s=%s: a change that was acknowledged could be lost."
                        .formatted(setting, result.getString(1)));
        }
    }
}
