package ilgam.starter.metrics;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Metrics;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

class MetricsTest {

    static final Postgres.Context DATABASES = Postgres.context("work");
    static final ConfigurableApplicationContext SERVICE = SampleContext.start(DATABASES);

    private final Commands commands = SERVICE.getBean(Commands.class);
    private final Client ada = new Client(port());

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void requests_are_counted_by_route_template_method_and_outcome() {
        var before = metrics();
        ada.get("/api/things/" + UUID.randomUUID());
        ada.get("/api/things/" + UUID.randomUUID());
        ada.get("/api/things/not-an-id");
        ada.post("/api/failing", "{}");

        // a request is counted after its answer has gone out
        var success = new String[] {"uri", "/api/things/{id}", "method", "GET", "outcome", "SUCCESS"};
        var bucket = new String[] {"uri", "/api/things/{id}", "outcome", "SUCCESS", "le", "+Inf"};
        var refused = new String[] {"uri", "/api/things/{id}", "outcome", "CLIENT_ERROR"};
        var failed = new String[] {"uri", "/api/failing", "method", "POST", "outcome", "SERVER_ERROR"};
        await().untilAsserted(() -> {
            var after = metrics();
            assertThat(risen(before, after, "http_server_requests_seconds_count", success))
                    .isEqualTo(2);
            assertThat(risen(before, after, "http_server_requests_seconds_bucket", bucket))
                    .isEqualTo(2);
            assertThat(risen(before, after, "http_server_requests_seconds_count", refused))
                    .isEqualTo(1);
            assertThat(risen(before, after, "http_server_requests_seconds_count", failed))
                    .isEqualTo(1);
        });
    }

    @Test
    void commands_are_counted_by_type_and_outcome() {
        var before = metrics();
        var counter = opened();
        commands.send(new Counter.Add(counter, 1, 1), MetaData.emptyInstance());
        var _ = catchThrowable(() -> commands.send(new Counter.Add(counter, -1, 1), MetaData.emptyInstance()));
        var _ = catchThrowable(() -> commands.send(new Counter.Open(counter), MetaData.emptyInstance()));
        var _ = catchThrowable(() -> commands.send(new Counter.Break(counter), MetaData.emptyInstance()));
        var _ = catchThrowable(() -> commands.send(new Unheard("nobody handles this"), MetaData.emptyInstance()));

        var after = metrics();
        assertThat(risen(before, after, "ilgam_commands_seconds_count", "command", "Open", "outcome", "accepted"))
                .isEqualTo(1);
        assertThat(risen(before, after, "ilgam_commands_seconds_count", "command", "Add", "outcome", "accepted"))
                .isEqualTo(1);
        assertThat(risen(before, after, "ilgam_commands_seconds_count", "command", "Add", "outcome", "refused"))
                .isEqualTo(1);
        assertThat(risen(before, after, "ilgam_commands_seconds_count", "command", "Open", "outcome", "conflict"))
                .isEqualTo(1);
        assertThat(risen(before, after, "ilgam_commands_seconds_count", "command", "Break", "outcome", "failed"))
                .isEqualTo(1);
        assertThat(risen(before, after, "ilgam_commands_seconds_count", "command", "Unheard", "outcome", "unavailable"))
                .isEqualTo(1);
    }

    private record Unheard(String text) {}

    @Test
    void an_append_is_one_transaction_however_many_events_it_has() {
        var counter = opened();
        await().untilAsserted(() -> {
            var before = metrics();
            commands.send(new Counter.Add(counter, 1, 50), MetaData.emptyInstance());
            var after = metrics();
            assertThat(risen(before, after, "ilgam_event_store_appends_total")).isEqualTo(1);
            assertThat(risen(before, after, "ilgam_event_store_append_seconds_count"))
                    .isEqualTo(1);
            assertThat(risen(before, after, "ilgam_event_store_transactions_total"))
                    .isBetween(1.0, 2.0); // the second one wakes the other processes
            assertThat(risen(before, after, "ilgam_event_store_read_seconds_count"))
                    .isPositive();
        });
    }

    @Test
    void both_connection_pools_have_metrics() {
        for (var pool : new String[] {"context", "event-store"}) {
            assertThat(metrics().value("hikaricp_connections_max", "pool", pool))
                    .isPositive();
            await().untilAsserted(() -> assertThat(metrics().value("hikaricp_connections_pending", "pool", pool))
                    .isZero());
        }
    }

    @Test
    void memory_has_metrics() {
        assertThat(metrics().value("ilgam_memory_used_bytes"))
                .isPositive()
                .isLessThan(metrics().value("ilgam_memory_limit_bytes"));
    }

    @Test
    void a_repeated_request_is_counted() {
        var before = metrics();
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) ada.post("/api/things", "{\"title\": \"Once\"}", "Idempotency-Key", key);
        assertThat(risen(before, metrics(), "ilgam_idempotent_replays_total")).isEqualTo(2);
    }

    @Test
    void a_blocked_processor_lags_in_events_and_in_seconds() throws SQLException {
        var counter = opened();
        var sums = SERVICE.getBean(Sums.class);
        try (var other = DATABASES.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table addition in access exclusive mode");
            commands.send(new Counter.Add(counter, 1, 3), MetaData.emptyInstance());

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(metrics().value("ilgam_processor_lag_events", "processor", "sums"))
                        .isPositive();
                assertThat(metrics().value("ilgam_processor_lag_seconds", "processor", "sums"))
                        .isBetween(1.0, 60.0);
            });
            other.rollback();
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(sums.rows(counter)).isEqualTo(3);
            assertThat(metrics().value("ilgam_processor_lag_events", "processor", "sums"))
                    .isZero();
            assertThat(metrics().value("ilgam_processor_lag_seconds", "processor", "sums"))
                    .isZero();
        });
        assertThat(metrics().value("ilgam_processor_failing", "processor", "sums"))
                .isZero();
        assertThat(metrics().value("ilgam_dead_letters", "projection", "sums")).isZero();
    }

    @Test
    void unknown_paths_and_methods_add_no_series() {
        ask("first");
        var before = metrics().names();
        for (int i = 0; i < 30; i++) ask("again-" + i);
        assertThat(metrics().names()).isEqualTo(before);
    }

    private static void ask(String something) {
        var somebody = new Client(port(), Tokens.of(UUID.randomUUID(), "MEMBER"));
        somebody.get("/api/" + something);
        somebody.get("/" + something + "/" + something);
        somebody.get("/api/things/" + UUID.randomUUID());
        somebody.get("/api/things?cursor=" + something);
        somebody.post("/api/" + something, "{}");
        somebody.send("BREW", "/api/" + something, BodyPublishers.noBody());
        somebody.send("OPTIONS", "/api/things", BodyPublishers.noBody());
        somebody.send("HEAD", "/api/things", BodyPublishers.noBody());
        new Client(port(), something).get("/api/things");
    }

    @Test
    void there_are_at_most_2500_series() {
        assertThat(metrics().worstCase(SERVICE)).isLessThanOrEqualTo(2_500);
    }

    private static double risen(Metrics before, Metrics after, String name, String... labels) {
        return after.valueOrNone(name, labels) - before.valueOrNone(name, labels);
    }

    private UUID opened() {
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        return counter;
    }

    private static Metrics metrics() {
        return Metrics.of(SERVICE);
    }

    private static int port() {
        return SERVICE.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
