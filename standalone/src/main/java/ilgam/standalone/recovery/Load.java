package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.databind.json.JsonMapper;

import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;

/**
 * Creates the databases of a {@link Dump} in a PostgreSQL without rows of theirs. Rows and definitions are then read
 * and compared with the dump. A dump has no passwords: roles keep those of the target system.
 */
record Load(BackupReader dump, Server server, PrintStream out) {

    void run() {
        if (!dump.manifest().isDump())
            throw CannotStart.refused("This is a backup of files, not a dump: use ./ilgam restore.");
        try (var session = server.connect(Cluster.ANY_DATABASE)) {
            var databases = Dump.databasesIn(dump.manifest());
            for (var database : databases) mustBeEmpty(database, session);
            for (var role : JsonMapper.shared().readValue(dump.bytes(Dump.ROLES), String[].class)) make(role, session);
            for (var database : databases) load(database, session);
        } catch (SQLException | IOException failure) {
            throw CannotStart.failed("The dump could not be loaded: " + failure.getMessage());
        }
    }

    /** Creates a missing role without log-in. */
    private static void make(String role, Connection session) throws SQLException {
        Sql.run(session, """
                do $do$ begin create role %s; exception when duplicate_object then null; end $do$
                """.formatted(role));
    }

    private void mustBeEmpty(String database, Connection session) throws SQLException {
        if (Server.databases(session).stream().noneMatch(there -> there.name().equals(database))) return;
        try (var within = server.connect(database)) {
            for (var table : Catalogue.read(within).tables())
                if (!Sql.column(within, "select 1 from %s limit 1".formatted(table.name()))
                        .isEmpty())
                    throw CannotStart.refused(
                            "%s holds rows already: a dump is loaded into an empty system only.".formatted(database));
        }
    }

    private void load(String database, Connection session) throws SQLException, IOException {
        var content = JsonMapper.shared().readValue(dump.bytes(Dump.Content.entry(database)), Dump.Content.class);
        Sql.run(session, "drop database if exists %s with (force)".formatted(database));
        Sql.run(session, "create database %s owner %s".formatted(database, content.owner()));
        try (var fresh = server.connect(database)) {
            Sql.run(fresh, "set synchronize_seqscans = off");
            Sql.run(fresh, "set check_function_bodies = off");
            Sql.run(fresh, "set search_path = ''");
            var catalogue = content.catalogue();
            for (var statement : catalogue.before()) Sql.run(fresh, statement);
            var rows = 0L;
            for (var n = 0; n < catalogue.tables().size(); n++)
                rows += copy(content.rows(n), catalogue.tables().get(n), fresh);
            for (var statement : catalogue.sequences()) Sql.run(fresh, statement);
            for (var statement : catalogue.after()) Sql.run(fresh, statement);
            Sql.run(fresh, "analyze");
            catalogue.mustEqual(Catalogue.read(fresh), database);
            out.printf(
                    "ilgam: %s: %d tables, %d rows, compared%n",
                    database, catalogue.tables().size(), rows);
        }
    }

    private long copy(String entry, Catalogue.Table table, Connection fresh) throws SQLException, IOException {
        var copies = fresh.unwrap(PGConnection.class).getCopyAPI();
        var in = copies.copyIn(table.copyIn());
        dump.read(entry, new Rows(in));
        var rows = in.endCopy();
        var arrived = new Digest();
        var again = copies.copyOut(table.copyOut());
        for (var row = again.readFromCopy(); row != null; row = again.readFromCopy()) arrived.update(row, row.length);
        if (!arrived.sha256().equals(dump.file(entry).sha256()))
            throw CannotStart.failed("The copy of the table %s differs from the original.".formatted(table.name()));
        return rows;
    }

    private static final class Rows extends OutputStream {

        private final CopyIn copy;

        Rows(CopyIn copy) {
            this.copy = copy;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                copy.writeToCopy(bytes, from, length);
            } catch (SQLException failure) {
                throw new IOException(failure);
            }
        }
    }
}
