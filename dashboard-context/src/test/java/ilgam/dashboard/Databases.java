package ilgam.dashboard;

import com.zaxxer.hikari.HikariDataSource;

import ilgam.starter.test.Postgres;

/** Databases with the context's tables, for tests that run without the application. */
final class Databases {

    private Databases() {}

    static HikariDataSource fresh() {
        var database = new HikariDataSource();
        database.setDataSource(Postgres.context("dashboard").migrated().dataSource());
        database.setMaximumPoolSize(1);
        database.setConnectionInitSql("""
                set jit = off; set max_parallel_workers_per_gather = 0; set plan_cache_mode = force_custom_plan
                """);
        return database;
    }
}
