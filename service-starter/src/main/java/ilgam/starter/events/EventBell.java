package ilgam.starter.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other processes that there is something to read. It rings after the append has committed, outside its
 * transaction (a NOTIFY inside would serialise commits), and many appends at once ring once. Hearing has a connection
 * of its own, opened again when the database comes back; who misses a ring finds the events at the next poll.
 */
final class EventBell implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventBell.class);
    private static final int HEAR_MILLIS = 10_000;

    private final EventDatabase database;
    private final StoreMetrics metrics;
    private final Runnable onRing;
    private final Semaphore pulled = new Semaphore(0);
    private volatile boolean closed;
    private volatile @Nullable Connection hearing;
    private volatile @Nullable Thread ringer;
    private volatile @Nullable Thread hearer;

    EventBell(EventDatabase database, StoreMetrics metrics, Runnable onRing) {
        this.database = database;
        this.metrics = metrics;
        this.onRing = onRing;
    }

    synchronized void start() {
        if (ringer != null) return;
        ringer = Thread.ofPlatform().daemon().name("event-bell-ring").start(this::ringOnPull);
        hearer = Thread.ofPlatform().daemon().name("event-bell-hear").start(this::hear);
    }

    void ring() {
        pulled.release();
    }

    private void ringOnPull() {
        while (!closed) {
            try {
                pulled.acquire();
                pulled.drainPermits();
                notifyOthers();
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                log.debug("Nobody heard the bell: {}", e.getMessage());
            }
        }
    }

    private void notifyOthers() throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            metrics.transaction();
            statement.execute("notify events");
        }
    }

    private void hear() {
        while (!closed) {
            try (var connection = database.ownConnection()) {
                hearing = connection;
                listen(connection);
            } catch (SQLException e) {
                if (closed) return;
                // EventStoreWatch says once a minute that the store is away.
                log.debug("The bell cannot be heard for now: {}", e.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen events");
        }
        onRing.run();
        var postgres = connection.unwrap(PGConnection.class);
        while (!closed) {
            var rings = postgres.getNotifications(HEAR_MILLIS);
            if (rings == null || rings.length == 0) checkAlive(connection);
            else onRing.run();
        }
    }

    private static void checkAlive(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var thread : new @Nullable Thread[] {ringer, hearer}) if (thread != null) thread.interrupt();
        var open = hearing;
        if (open == null) return;
        try {
            open.close();
        } catch (SQLException e) {
            log.debug("The bell's connection was gone already.", e);
        }
    }
}
