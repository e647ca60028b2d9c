package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import tools.jackson.databind.json.JsonMapper;

import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;

/**
 * All databases of a PostgreSQL as statements and rows, to be loaded by another one, possibly of another version, on
 * another machine or in a container, between which files cannot be copied. The services must be stopped, because each
 * database is read as of a different instant.
 */
record Dump(Server server, PrintStream out) {

    /** The entry with the names of roles. */
    static final String ROLES = "dump/roles.json";

    /**
     * The definition of a database, and the entry that has it; the rows of its tables are beside it in the same order.
     */
    record Content(String name, String owner, Catalogue catalogue) {

        static final String PREFIX = "dump/";

        static String entry(String database) {
            return PREFIX + database + "/catalogue.json";
        }

        String rows(int table) {
            return "%s%s/%d.copy".formatted(PREFIX, name, table);
        }
    }

    void write(Path folder, Path file, @Nullable Key key) {
        var began = Instant.now();
        try (var writer = new BackupWriter(folder, file, key);
                var session = server.connect(Cluster.ANY_DATABASE)) {
            mustBeAlone(session);
            writer.file(ROLES, JsonMapper.shared().writeValueAsBytes(roles(session)));
            for (var database : Server.databases(session)) write(database, writer);
            writer.finish(Manifest.ofDump(began, Cluster.VERSION, writer.files()));
        } catch (SQLException | IOException failure) {
            throw CannotStart.failed("The dump failed: " + failure.getMessage());
        }
    }

    /** The names of roles that own something or have privileges. */
    private static List<String> roles(Connection session) throws SQLException {
        return Sql.column(
                session, "select quote_ident(rolname) from pg_roles where rolname !~ '^pg_' and rolname <> 'postgres'");
    }

    private static void mustBeAlone(Connection session) throws SQLException {
        var others = Sql.column(session, """
                select distinct datname from pg_stat_activity
                where backend_type = 'client backend' and pid <> pg_backend_pid() and datname like 'ilgam%'
                """);
        if (!others.isEmpty())
            throw CannotStart.refused("Stop the services first: %s in use.".formatted(String.join(", ", others)));
    }

    private void write(Server.Database database, BackupWriter writer) throws SQLException, IOException {
        try (var session = server.connect(database.name())) {
            Sql.run(session, "set synchronize_seqscans = off"); // rows come in physical order
            session.setAutoCommit(false);
            session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var content = new Content(database.name(), database.owner(), Catalogue.read(session));
            writer.file(Content.entry(database.name()), JsonMapper.shared().writeValueAsBytes(content));
            var tables = content.catalogue().tables();
            for (var n = 0; n < tables.size(); n++)
                try (var rows = new PGCopyInputStream(
                        session.unwrap(PGConnection.class), tables.get(n).copyOut())) {
                    writer.file(content.rows(n), rows);
                }
            out.printf("ilgam: %s: %d tables%n", database.name(), tables.size());
        }
    }

    static List<String> databasesIn(Manifest manifest) {
        return manifest.files().stream()
                .map(Manifest.File::name)
                .filter(name -> name.endsWith("/catalogue.json"))
                .map(name -> name.split("/")[1])
                .toList();
    }
}
