package ilgam.starter.events;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;

/** The connections of the embedded event store, separate from those of the context's transactions. */
final class EventDatabase implements AutoCloseable {

    static final String POOL = "event-store";

    private final EventsProperties.EventStore settings;
    private final HikariDataSource pool;

    EventDatabase(EventsProperties.EventStore settings, MeterRegistry registry) {
        this.settings = settings;
        var config = new HikariConfig();
        config.setPoolName(POOL);
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.maximumPoolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        config.setKeepaliveTime(0);
        config.setInitializationFailTimeout(-1);
        config.setRegisterMbeans(false);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        connectionProperties().forEach((name, value) -> config.addDataSourceProperty(name.toString(), value));
        pool = new HikariDataSource(config);
    }

    /** A pooled connection in auto-commit mode: every append is one statement and so one transaction. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** A connection outside the pool, which the caller keeps. */
    Connection ownConnection() throws SQLException {
        var properties = connectionProperties();
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password());
        return DriverManager.getConnection(settings.url(), properties);
    }

    private static Properties connectionProperties() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "event-store");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("reWriteBatchedInserts", "true");
        // The few statements each use one index, so that planning them again would cost more than it gains.
        properties.setProperty("options", "-c plan_cache_mode=force_generic_plan");
        return properties;
    }

    @Override
    public void close() {
        pool.close();
    }
}
