package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The PostgreSQL cluster of a data folder, for operators' commands: the running server, or one that is started for the
 * command and stopped by {@link #close}.
 */
public final class Cluster implements AutoCloseable {

    /** The major version of PostgreSQL in this build. */
    public static final String VERSION = PostgresBinaries.VERSION;

    /** A database that exists in every cluster. */
    public static final String ANY_DATABASE = "postgres";

    /** The database of the embedded event store. */
    public static final String EVENTS = Databases.EVENTS;

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private record Started(
            DataFolder data, Secrets secrets, Spawner spawner, PostgresServer server, Process process, LogFile log) {}

    private final Path folder;
    private final String address;
    private final @Nullable Started started;

    private Cluster(Path folder, String address, @Nullable Started started) {
        this.folder = folder;
        this.address = address;
        this.started = started;
    }

    /** The default data folder of ./start. */
    public static Path usualData() {
        return Checkout.find().root().resolve("data");
    }

    /** The cluster in this data folder; its server is started unless it runs already. */
    public static Cluster of(Path folder) {
        mustHoldData(folder);
        mustBeWhole(folder);
        DataFolder data;
        try {
            data = DataFolder.open(folder);
        } catch (CannotStart held) {
            var port = running(folder).path("postgresPort").asInt();
            if (port == 0) throw held;
            return new Cluster(folder, local(port), null);
        }
        try {
            Files.deleteIfExists(data.running()); // left over by a killed launcher
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return start(data, Archive.of(folder), "");
    }

    /**
     * The cluster in this data folder whose server runs outside of this machine's processes, in another container for
     * example.
     *
     * @param address its host and port
     */
    public static Cluster runningAt(String address, Path folder) {
        mustHoldData(folder);
        return new Cluster(folder, address, null);
    }

    /** Creates an empty system in a folder, as the first start does. */
    public static Cluster create(Path folder) {
        var data = DataFolder.open(folder);
        data.mustBelongTo(Options.Events.EMBEDDED);
        var cluster = start(data, Optional.empty(), "");
        if (cluster.started != null)
            new Databases(cluster.started.server, cluster.started.secrets).prepare(Options.Events.EMBEDDED);
        return cluster;
    }

    /**
     * The cluster in a data folder of an earlier major version of PostgreSQL, run by that version; a new one if there
     * is none.
     *
     * @param programs the archive with the programs of that version
     */
    public static Cluster ofEarlier(Path folder, String version, Path programs) {
        var data = DataFolder.open(folder);
        var binaries = PostgresBinaries.earlier(Checkout.find().cache(), version, programs);
        return start(data, binaries, Optional.empty(), PostgresServer::prepareEarlier, "");
    }

    /**
     * Starts PostgreSQL on restored files with settings for recovery, and returns when it has recovered.
     *
     * @throws CannotStart with the server's log lines when it cannot recover
     */
    public static Cluster recovering(Path folder, String settings) {
        mustHoldData(folder);
        var cluster = start(DataFolder.open(folder), Optional.empty(), settings);
        try {
            while (cluster.isInRecovery()) {
                cluster.mustBeAlive();
                pause();
            }
            return cluster;
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    /** The description that a running launcher writes; empty when none runs on this folder. */
    public static JsonNode running(Path folder) {
        try {
            return JsonMapper.shared().readTree(Files.readString(folder.resolve("running.json")));
        } catch (IOException | JacksonException none) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** The default path of the list of erasures: outside the data folder, which may be lost as a whole. */
    public static Path erasuresOf(Path folder) {
        return DataFolder.erasuresOf(folder);
    }

    /** Whether the whole system at this address is ready. */
    public static boolean serves(String url) {
        return new Health(url).allReady();
    }

    /**
     * Refuses a folder in which a restore, a load or an upgrade did not finish.
     *
     * @throws CannotStart with what to do about it
     */
    public static void mustBeWhole(Path folder) {
        DataFolder.mustBeWhole(folder);
    }

    /** The file that marks the data in this folder as incomplete, and says what to do about it. */
    public static Path unfinished(Path folder) {
        return DataFolder.unfinished(folder);
    }

    private static String local(int port) {
        return "127.0.0.1:" + port;
    }

    /** A secret of a data folder, which only its owner can read. */
    public static String secret(Path folder, String name) {
        try {
            return Files.readString(folder.resolve("secrets").resolve(name)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void mustHoldData(Path folder) {
        if (!Files.exists(folder.resolve("postgres/PG_VERSION")))
            throw CannotStart.refused("There is no data of Ilgam in %s: use --data.".formatted(folder));
    }

    private static Cluster start(DataFolder data, Optional<Archive> archive, String settings) {
        return start(data, PostgresBinaries.here(), archive, PostgresServer::prepare, settings);
    }

    private static Cluster start(
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
            giveUp(data, spawner);
            throw failure;
        }
        var log = new LogFile(data.logs().resolve("postgresql.log"));
        var process = server.start();
        Thread.ofPlatform().name("postgresql-log").daemon().start(() -> log.copy(process.getInputStream()));
        var cluster = new Cluster(
                data.folder(), local(server.port()), new Started(data, secrets, spawner, server, process, log));
        try {
            while (!server.ready()) {
                cluster.mustBeAlive();
                pause();
            }
            return cluster;
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private static void giveUp(DataFolder data, Spawner spawner) {
        spawner.close();
        try {
            data.close();
        } catch (IOException ignored) {
            // the lock ends with this process anyway
        }
    }

    private void mustBeAlive() {
        if (started == null || started.process.isAlive()) return;
        throw CannotStart.failed(
                "PostgreSQL ended on %s: %s".formatted(postgres(), String.join(" / ", wordsOf(started.log))));
    }

    /** The last log lines with the cause. */
    private static List<String> wordsOf(LogFile log) {
        pause(); // the last lines may not be written yet
        var lines = log.tail(40).stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("last completed"))
                .map(line -> line.replaceFirst("^.*?(LOG|FATAL|PANIC): +", ""))
                .toList();
        return lines.isEmpty() ? log.tail(3) : lines;
    }

    private boolean isInRecovery() {
        try (var connection = connect(ANY_DATABASE);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_is_in_recovery()")) {
            answer.next();
            return answer.getBoolean(1);
        } catch (SQLException notNow) {
            return true;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CannotStart.failed("Interrupted.");
        }
    }

    /** The data folder. */
    public Path folder() {
        return folder;
    }

    /** The folder of the database cluster, with symbolic links resolved. */
    public Path postgres() {
        try {
            return folder.resolve("postgres").toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A connection as superuser, without a statement time-out. */
    public Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", PostgresServer.SUPERUSER);
        login.setProperty("password", secret(folder, PostgresServer.SUPERUSER + ".password"));
        login.setProperty("connectTimeout", "5");
        login.setProperty("options", "-c statement_timeout=0 -c transaction_timeout=0 -c idle_session_timeout=0");
        return DriverManager.getConnection("jdbc:postgresql://%s/%s".formatted(address, database), login);
    }

    /** Stops PostgreSQL if it was started by this object. */
    @Override
    public void close() {
        if (started == null) return;
        try {
            Signals.send("INT", started.process.pid());
            if (!started.process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                Signals.send("KILL", started.process.pid());
                started.process.waitFor();
            }
            giveUp(started.data, started.spawner);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
