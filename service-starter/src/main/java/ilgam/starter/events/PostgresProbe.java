package ilgam.starter.events;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import ilgam.starter.messaging.EventStoreProbe;

/** Probes the embedded event store's database on a connection of its own. */
final class PostgresProbe implements EventStoreProbe, AutoCloseable {

    private static final String INVALID_AUTHORIZATION = "28";

    private final EventDatabase database;
    private final String address;
    private @Nullable Connection connection;
    private volatile boolean refused;

    PostgresProbe(EventDatabase database, String url) {
        this.database = database;
        this.address = url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    }

    @Override
    public synchronized void ask() throws SQLException {
        try {
            var open = connection == null ? database.ownConnection() : connection;
            connection = open;
            try (var statement = open.createStatement()) {
                statement.execute("select 1");
            }
            refused = false;
        } catch (SQLException failure) {
            refused = String.valueOf(failure.getSQLState()).startsWith(INVALID_AUTHORIZATION);
            close();
            throw failure;
        }
    }

    @Override
    public boolean isRefused() {
        return refused;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public synchronized void close() throws SQLException {
        var open = connection;
        connection = null;
        if (open != null) open.close();
    }
}
