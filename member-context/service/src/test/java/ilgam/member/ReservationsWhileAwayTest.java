package ilgam.member;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.starter.messaging.EventStoreWatch;
import ilgam.starter.test.FaultProxy;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Sweeps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The reservation of a command with an unknown outcome stays while the event store is unavailable, and is released
 * afterwards when no event was stored.
 */
@DirtiesContext // its context is not shared
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReservationsWhileAwayTest {

    private static final Postgres.Context DATABASES = Postgres.context("member");
    private static final FaultProxy PROXY = new FaultProxy(DATABASES.port()).mend();

    private static final Map<String, String> RESERVATIONS = Map.of(
            "reservation where kind = 'email-address'",
            reserved("email-address", "a@example.com"),
            "reservation where kind = 'demotion'",
            reserved("demotion", "an admin"),
            "reservation where kind = 'merger'",
            reserved("merger", "a person"),
            "reservation where kind = 'team-name'",
            reserved("team-name", "the team"));

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
        registry.add(
                "ilgam.event-store.url",
                () -> "jdbc:postgresql://127.0.0.1:%d/%s".formatted(PROXY.port(), DATABASES.events()));
    }

    @AfterAll
    static void hangUp() {
        PROXY.close();
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private EventStoreWatch watch;

    @Autowired
    private JdbcClient db;

    @Test
    void no_reservation_is_released_before_the_event_store_answers() {
        PROXY.cut();
        await().atMost(Duration.ofSeconds(10)).until(() -> !watch.isUp());
        RESERVATIONS
                .values()
                .forEach(row -> db.sql(row).param(UUID.randomUUID()).update());

        assertThat(Sweeps.run(context)).isPositive();
        assertThat(RESERVATIONS.keySet())
                .allSatisfy(table -> assertThat(rows(table)).as(table).isOne());

        PROXY.mend();
        await().atMost(Duration.ofSeconds(10)).until(watch::isUp);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Sweeps.run(context);
            // the reservation of a demoted admin waits for the event, not for the sweep
            assertThat(RESERVATIONS.keySet().stream().filter(table -> !table.contains("demotion")))
                    .allSatisfy(table -> assertThat(rows(table)).as(table).isZero());
        });
    }

    private static String reserved(String kind, String key) {
        return """
                insert into reservation (kind, key, holder, taken_at)
                values ('%s', '%s', ?, now() - interval '30 minutes')""".formatted(kind, key);
    }

    private long rows(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }
}
