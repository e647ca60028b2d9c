package ilgam.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Creates a database and a role for each context, and the event store's append-only database. Safe to repeat. */
final class Databases {

    static final String EVENTS = "ilgam_events";

    private static final List<String> CONTEXTS = List.of("member", "work", "dashboard");

    private final PostgresServer server;
    private final Secrets secrets;

    Databases(PostgresServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    static String of(String context) {
        return "ilgam_" + context;
    }

    void prepare(Options.Events events) {
        try (var connection = server.connect("postgres")) {
            run(connection, "revoke connect on database postgres, template1 from public");
            for (var context : CONTEXTS) prepare(connection, of(context));
            run(connection, script("timeouts.sql"));
            if (events == Options.Events.EMBEDDED) prepareEvents(connection);
        } catch (SQLException failure) {
            throw CannotStart.failed("The databases could not be prepared: " + failure.getMessage());
        }
    }

    private void prepare(Connection connection, String name) throws SQLException {
        if (isMissing(connection, "select 1 from pg_roles where rolname = ?", name))
            run(connection, "create role %s login".formatted(name));
        run(connection, "alter role %s password '%s'".formatted(name, secrets.password(name)));
        createDatabase(connection, name, name);
    }

    private void prepareEvents(Connection connection) throws SQLException {
        createDatabase(connection, EVENTS, PostgresServer.SUPERUSER);
        for (var context : CONTEXTS)
            run(connection, "grant connect on database %s to %s".formatted(EVENTS, of(context)));
        try (var events = server.connect(EVENTS)) {
            run(events, script("schema.sql"));
            run(events, script("grants.sql"));
        }
    }

    private static void createDatabase(Connection connection, String name, String owner) throws SQLException {
        if (isMissing(connection, "select 1 from pg_database where datname = ?", name))
            run(connection, "create database %s owner %s".formatted(name, owner));
        run(connection, "revoke connect, temporary on database %s from public".formatted(name));
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return !result.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String name) {
        try (var script = Databases.class.getResourceAsStream("/ilgam/events/" + name)) {
            if (script == null) throw CannotStart.failed("The build lacks ilgam/events/%s.".formatted(name));
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
