package ilgam.starter.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.core.ConditionFactory;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.sample.Tallies;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two projections of one processor, one of which is paused. It counts events, so that a missed or repeated one shows.
 */
class PausedProjectionTest {

    private static final Postgres.Context DATABASES = Postgres.context("work");
    private static ConfigurableApplicationContext application = started();

    private final UUID counter = Ids.next();

    private static ConfigurableApplicationContext started() {
        return SampleContext.start(DATABASES, "--ilgam.processors.claim-timeout=1s");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_paused_projection_stays_paused_through_a_restart_and_then_catches_up() throws Exception {
        open(counter);
        add(counter, 10);
        soon().until(() -> tallies().events(counter) == 10 && sums().rows(counter) == 10);

        assertThat(pause("PUT").path("state").asString()).isEqualTo("paused");
        add(counter, 10);
        soon().until(() -> sums().rows(counter) == 20);
        assertThat(projection("sums").path("state").asString()).isEqualTo("running");
        application.close();
        application = started();
        add(counter, 10);
        soon().until(() -> sums().rows(counter) == 30);
        assertThat(tallies().events(counter)).isEqualTo(10);
        var paused = projection("tallies");
        assertThat(paused.path("position").asLong())
                .isLessThan(paused.path("head").asLong());
        assertThat(paused.path("lagSeconds").asDouble()).isPositive();

        assertThat(pause("DELETE").path("state").asString()).isEqualTo("catching-up");
        var writing = new AtomicBoolean(true);
        var writer = Thread.ofVirtual().start(() -> {
            while (writing.get()) add(counter, 1);
        });
        soon().until(() -> projection("tallies").path("state").asString().equals("running"));
        writing.set(false);
        writer.join();
        add(counter, 5);

        soon().untilAsserted(() -> {
            var rows = sums().rows(counter);
            assertThat(rows).isGreaterThanOrEqualTo(35);
            assertThat(tallies().events(counter)).isEqualTo(rows);
        });
        soon().untilAsserted(() -> {
            var level = projection("tallies");
            assertThat(level.path("position").asLong())
                    .isEqualTo(level.path("head").asLong());
            assertThat(level.path("lagSeconds").asDouble()).isZero();
        });
    }

    @Test
    void pauses_and_resumes_under_load_neither_miss_nor_repeat_events() throws Exception {
        var random = new Random(7);
        var counters = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) counters.add(Ids.next());
        counters.forEach(this::open);
        var writing = new AtomicBoolean(true);
        var writer = Thread.ofVirtual().start(() -> {
            while (writing.get()) add(counters.get(random.nextInt(counters.size())), 1 + random.nextInt(3));
        });
        try (var _ = started()) { // a second instance, which must not read, too
            for (int round = 0; round < 3; round++) {
                pause("PUT");
                Thread.sleep(random.nextInt(500));
                pause("DELETE");
                if (round > 0)
                    soon().until(() ->
                            projection("tallies").path("state").asString().equals("running"));
            }
        }
        writing.set(false);
        writer.join();

        soon().untilAsserted(() -> assertThat(counters)
                .allSatisfy(one -> assertThat(tallies().events(one)).isEqualTo(sums().rows(one))));
        assertThat(db().sql("select sum(events) from tally").query(Long.class).single())
                .isEqualTo(sums().rows());
    }

    @Test
    void only_admins_pause_and_only_projections_of_this_context() {
        var member = client("MEMBER");
        assertThat(member.get("/api/projections").reason()).isEqualTo("role");
        assertThat(member.send("PUT", "/api/projections/sample/sums/pause", noBody())
                        .status())
                .isEqualTo(HttpStatus.FORBIDDEN.value());
        for (var unknown : new String[] {"sample/nothing", "other/sums"})
            assertThat(admin().send("PUT", "/api/projections/" + unknown + "/pause", noBody())
                            .status())
                    .isEqualTo(404);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private static JsonNode pause(String method) {
        var answer = admin().send(method, "/api/projections/sample/tallies/pause", noBody());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode projection(String name) {
        return admin().get("/api/projections")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Client admin() {
        return client("ADMIN");
    }

    private static Client client(String role) {
        var port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Client(port, Tokens.of(Client.ADA, role));
    }

    private static Sums sums() {
        return application.getBean(Sums.class);
    }

    private static Tallies tallies() {
        return application.getBean(Tallies.class);
    }

    private static JdbcClient db() {
        return application.getBean(JdbcClient.class);
    }

    private void open(UUID opened) {
        application.getBean(Commands.class).send(new Counter.Open(opened), MetaData.emptyInstance());
    }

    private static void add(UUID to, int events) {
        application.getBean(Commands.class).send(new Counter.Add(to, 1, events), MetaData.emptyInstance());
    }
}
