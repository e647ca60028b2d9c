package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

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

    private final Path folder;
    private final String address;
    private final @Nullable StartedCluster started;

    private Cluster(Path folder, String address, @Nullable StartedCluster started) {
        this.folder = folder;
        this.address = address;
        this.started = started;
    }

    /** The cluster in this data folder; its server is started unless it runs already. */
    public static Cluster of(Path folder) {
        mustHoldData(folder);
        var system = new SystemFolder(folder);
        system.mustBeWhole();
        DataFolder data;
        try {
            data = DataFolder.open(folder);
        } catch (CannotStart held) {
            var port = system.running().path("postgresPort").asInt();
            if (port == 0) throw held;
            return new Cluster(folder, local(port), null);
        }
        try {
            Files.deleteIfExists(data.running()); // left over by a killed launcher
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return ready(StartedCluster.start(data, Archive.of(folder), ""));
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
        var started = StartedCluster.start(data, Optional.empty(), "");
        var cluster = ready(started);
        new Databases(started.server(), started.secrets()).prepare(Options.Events.EMBEDDED);
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
        return ready(StartedCluster.startEarlier(data, binaries));
    }

    /**
     * Starts PostgreSQL on restored files with settings for recovery, and returns when it has recovered.
     *
     * @throws CannotStart with the server's log lines when it cannot recover
     */
    public static Cluster recovering(Path folder, String settings) {
        mustHoldData(folder);
        var started = StartedCluster.start(DataFolder.open(folder), Optional.empty(), settings);
        var cluster = ready(started);
        try {
            while (cluster.isInRecovery()) started.pauseWhileAlive();
            return cluster;
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private static Cluster ready(StartedCluster started) {
        try {
            started.awaitReady();
            return new Cluster(started.data().folder(), local(started.server().port()), started);
        } catch (RuntimeException failure) {
            started.stop();
            throw failure;
        }
    }

    private static String local(int port) {
        return "127.0.0.1:" + port;
    }

    private static void mustHoldData(Path folder) {
        if (!Files.exists(folder.resolve("postgres/PG_VERSION")))
            throw CannotStart.refused("There is no data of Ilgam in %s: use --data.".formatted(folder));
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

    /** The data folder. */
    public Path folder() {
        return folder;
    }

    /** The folder of the database cluster, with symbolic links resolved. */
    public Path postgres() {
        return real(folder.resolve("postgres"));
    }

    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A connection as superuser, without a statement time-out. */
    public Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", PostgresServer.SUPERUSER);
        login.setProperty("password", new SystemFolder(folder).secret(PostgresServer.SUPERUSER + ".password"));
        login.setProperty("connectTimeout", "5");
        login.setProperty("options", "-c statement_timeout=0 -c transaction_timeout=0 -c idle_session_timeout=0");
        return DriverManager.getConnection("jdbc:postgresql://%s/%s".formatted(address, database), login);
    }

    /** Stops PostgreSQL if it was started by this object. */
    @Override
    public void close() {
        if (started != null) started.stop();
    }
}
