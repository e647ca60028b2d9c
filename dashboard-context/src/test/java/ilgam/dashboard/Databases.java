package ilgam.dashboard;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import ilgam.starter.test.Postgres;

/** Databases with the context's tables, for tests that do without the application. */
final class Databases {

    private Databases() {}

    static HikariDataSource fresh() {
        var database = new HikariDataSource();
        database.setDataSource(Postgres.context("dashboard").dataSource());
        database.setMaximumPoolSize(2);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }
}
