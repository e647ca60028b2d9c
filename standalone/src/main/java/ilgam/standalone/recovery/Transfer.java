package ilgam.standalone.recovery;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import ilgam.standalone.CannotStart;
import ilgam.standalone.Cluster;

/**
 * Copies every database of one cluster into an empty one, possibly of another major version: definitions by their
 * {@link Catalogue}, rows by COPY. Afterwards both are read and compared, catalogues statement by statement and tables
 * by the number and the digest of their rows.
 */
record Transfer(Cluster from, Cluster to, PrintStream out) {

    void run() throws SQLException, IOException {
        try (var old = from.connect(Cluster.ANY_DATABASE);
                var fresh = to.connect(Cluster.ANY_DATABASE)) {
            for (var statement : roles(old)) Sql.run(fresh, statement);
            for (var database : Server.databases(old)) {
                Sql.run(fresh, "drop database if exists " + database.name());
                Sql.run(fresh, "create database %s owner %s".formatted(database.name(), database.owner()));
                copy(database.name());
            }
        }
    }

    /** Roles with their stored passwords, and settings that hold in every database. */
    private static List<String> roles(Connection old) throws SQLException {
        var statements = new ArrayList<>(Sql.column(old, """
                select format('do $do$ begin create role %1$I; exception when duplicate_object then null; end $do$',
                    rolname) from pg_authid where rolname !~ '^pg_' and rolname <> 'postgres' order by 1
                """));
        statements.addAll(Sql.column(old, """
                select format('alter role %I %s %s %s %s password %L', rolname,
                    case when rolcanlogin then 'login' else 'nologin' end,
                    case when rolsuper then 'superuser' else 'nosuperuser' end,
                    case when rolcreatedb then 'createdb' else 'nocreatedb' end,
                    case when rolreplication then 'replication' else 'noreplication' end, rolpassword)
                from pg_authid where rolname !~ '^pg_' and rolname <> 'postgres' order by 1
                """));
        statements.addAll(Sql.column(old, """
                select format('alter role %I set %s = %L', setrole::regrole, split_part(setting, '=', 1),
                    substr(setting, strpos(setting, '=') + 1))
                from pg_db_role_setting, unnest(setconfig) setting where setdatabase = 0 and setrole <> 0 order by 1
                """));
        return statements;
    }

    private void copy(String database) throws SQLException, IOException {
        try (var old = from.connect(database);
                var fresh = to.connect(database)) {
            for (var session : List.of(old, fresh)) {
                Sql.run(session, "set synchronize_seqscans = off"); // rows come in physical order
                Sql.run(session, "set check_function_bodies = off");
            }
            // One snapshot for all tables, in case somebody writes to them.
            old.setAutoCommit(false);
            old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var catalogue = Catalogue.read(old);
            Sql.run(fresh, "set search_path = ''");
            for (var statement : catalogue.before()) Sql.run(fresh, statement);
            var rows = 0L;
            for (var table : catalogue.tables()) rows += copy(table, old, fresh);
            for (var statement : catalogue.sequences()) Sql.run(fresh, statement);
            for (var statement : catalogue.after()) Sql.run(fresh, statement);
            Sql.run(fresh, "analyze");
            catalogue.mustEqual(Catalogue.read(fresh), database);
            out.printf(
                    "ilgam: %s: %d tables, %d rows, compared%n",
                    database, catalogue.tables().size(), rows);
        }
    }

    private static long copy(Catalogue.Table table, Connection old, Connection fresh) throws SQLException, IOException {
        var out = copies(old).copyOut(table.copyOut());
        var in = copies(fresh).copyIn(table.copyIn());
        var sent = new Digest();
        for (var row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            sent.update(row, row.length);
            in.writeToCopy(row, 0, row.length);
        }
        var rows = in.endCopy();
        var arrived = new Digest();
        var again = copies(fresh).copyOut(table.copyOut());
        for (var row = again.readFromCopy(); row != null; row = again.readFromCopy()) arrived.update(row, row.length);
        if (rows != out.getHandledRowCount() || !sent.sha256().equals(arrived.sha256()))
            throw CannotStart.failed("The copy of the table %s differs from the original: %d of %d rows, or other ones."
                    .formatted(table.name(), rows, out.getHandledRowCount()));
        return rows;
    }

    private static CopyManager copies(Connection session) throws SQLException {
        return session.unwrap(PGConnection.class).getCopyAPI();
    }
}
