package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The database server on a data folder: creates its cluster, and starts it. */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

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
            Files.writeString(data.postgres().resolve("postgresql.conf"), PostgresSettings.on(port) + "\n" + further);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Prepares a cluster of an earlier version, run by that version, for reading only. */
    void prepareEarlier() {
        try {
            if (!Files.exists(data.postgres())) initialise();
            Files.writeString(data.postgres().resolve("postgresql.conf"), PostgresSettings.readOnlyOn(port));
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

    Process start() {
        new LeftoverPostgres(data.postgres()).stop();
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
