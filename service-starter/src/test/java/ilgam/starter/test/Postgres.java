package ilgam.starter.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One real PostgreSQL per JVM, started on first use, without fsync. Each {@link #context} has databases of its own, so
 * that test classes do not see each other's rows.
 *
 * <pre>{@code
 * @SpringBootTest(webEnvironment = RANDOM_PORT)
 * class ItemApiTest {
 *
 *     static final Postgres.Context DATABASES = Postgres.context("work");
 *
 *     @DynamicPropertySource
 *     static void settings(DynamicPropertyRegistry registry) {
 *         DATABASES.register(registry); // data sources, event store, keys, embedded mode, no registry
 *     }
 *
 *     String bearer = "Bearer " + Tokens.of(ADA, "MEMBER"); // an Authorization header
 * }
 * }</pre>
 */
public final class Postgres {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    /** Fresh, empty databases for the context of this name: <code>member</code>, <code>work</code> or <code>dashboard</code>. */
    public static Context context(String name) {
        return contextOn(server().getPort(), name);
    }

    /** Fresh, empty databases on a server that the test runs itself. */
    public static Context contextOn(int port, String name) {
        int number = NUMBER.incrementAndGet();
        var context = new Context(port, "ilgam_" + name, "ilgam_" + name + "_" + number, "ilgam_events_" + number);
        context.create();
        return context;
    }

    static synchronized EmbeddedPostgres server() {
        var running = server;
        if (running != null) return running;
        try {
            var started = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("synchronous_commit", "off")
                    .start();
            server = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The databases of one context: its own and the event store's.
     *
     * @param port of the server
     * @param role that owns the context's database and may append to the event store
     */
    public record Context(int port, String role, String database, String events) {

        private static final String PASSWORD = "secret";

        private void create() {
            for (var each : new String[] {"ilgam_member", "ilgam_work", "ilgam_dashboard"}) createRole(each);
            createRole(role);
            execute("postgres", script("timeouts.sql"));
            execute("postgres", "create database " + database + " owner " + role);
            execute("postgres", "revoke connect on database " + database + " from public");
            execute("postgres", "create database " + events);
            execute(events, script("schema.sql"));
            execute(events, script("grants.sql"));
        }

        private void createRole(String name) {
            execute(
                    "postgres",
                    "do $$ begin if not exists (select from pg_roles where rolname = '" + name + "') then create role "
                            + name + " login password '" + PASSWORD + "'; end if; end $$");
        }

        /** Another context that shares this one's event store. */
        public Context neighbour(String name) {
            var other = new Context(port, "ilgam_" + name, "ilgam_" + name + "_" + NUMBER.incrementAndGet(), events);
            execute("postgres", "create database " + other.database + " owner " + other.role);
            return other;
        }

        /** Registers all settings that a service needs to start in a test. */
        public void register(DynamicPropertyRegistry registry) {
            settings().forEach((name, value) -> registry.add(name, () -> value));
        }

        /** The settings as a map, for {@code SpringApplication.setDefaultProperties} or {@code run} arguments. */
        public Map<String, Object> settings() {
            var settings = new LinkedHashMap<String, Object>();
            settings.put("spring.datasource.url", url(database));
            settings.put("spring.datasource.username", role);
            settings.put("spring.datasource.password", PASSWORD);
            settings.put("spring.datasource.hikari.maximum-pool-size", "6");
            settings.put("spring.datasource.hikari.minimum-idle", "1");
            settings.put("ilgam.events", "embedded");
            settings.put("ilgam.event-store.url", url(events));
            settings.put("ilgam.event-store.username", role);
            settings.put("ilgam.event-store.password", PASSWORD);
            settings.put("ilgam.security.public-key", Tokens.publicKey().toUri().toString());
            settings.put("ilgam.member.signing-key", Tokens.privateKey().toUri().toString());
            settings.put("ilgam.service-key", Tokens.SERVICE_KEY);
            settings.put("server.port", "0");
            settings.put("eureka.client.enabled", "false");
            settings.put("server.shutdown", "immediate");
            return settings;
        }

        /** Applies all migrations on the class path to the context's own database. */
        public Context migrated() {
            return migratedBy("classpath:ilgam/migration", "classpath:db/migration");
        }

        Context migratedBy(String... locations) {
            Flyway.configure()
                    .dataSource(dataSource())
                    .locations(locations)
                    .load()
                    .migrate();
            return this;
        }

        /** The context's own database, as its role. */
        public DataSource dataSource() {
            return as(database, role);
        }

        /** The event store's database, as the context's role. */
        public DataSource eventStore() {
            return as(events, role);
        }

        /** The event store's database, as a superuser. */
        public DataSource eventStoreAsSuperuser() {
            return asSuperuser(events);
        }

        /** The context's own database, as a superuser. */
        public DataSource asSuperuser() {
            return asSuperuser(database);
        }

        private DataSource asSuperuser(String database) {
            var source = new PGSimpleDataSource();
            source.setURL(url(database));
            source.setUser("postgres");
            return source;
        }

        private DataSource as(String database, String role) {
            var source = new PGSimpleDataSource();
            source.setURL(url(database));
            source.setUser(role);
            source.setPassword(PASSWORD);
            return source;
        }

        private String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        private static String script(String name) {
            try (var resource = Postgres.class.getResourceAsStream("/ilgam/events/" + name)) {
                if (resource == null) throw new IllegalStateException(name + " is not on the class path");
                return new String(resource.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void execute(String database, String sql) {
            try (var connection = asSuperuser(database).getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
