package ilgam.starter.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.awaitility.core.ConditionFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.sample.Tallies;
import ilgam.starter.test.Metrics;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;
import ilgam.starter.web.Cursor;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Over HTTP, with a clock that the test sets. An amount of 666 violates a constraint of one of two projections. */
class DeadLettersTest {

    private static final int POISON = 666;
    private static final String REASON = "{\"reason\":\"It was a test.\"}";

    private static final class Wound extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void forward(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    private static final Wound CLOCK = new Wound();
    static final ConfigurableApplicationContext APPLICATION = SampleContext.start(
            Postgres.context("work"),
            CLOCK,
            "--ilgam.dead-letters.look-every=50ms",
            "--ilgam.processors.claim-timeout=1s");

    private final Commands commands = APPLICATION.getBean(Commands.class);
    private final Sums sums = APPLICATION.getBean(Sums.class);
    private final Tallies tallies = APPLICATION.getBean(Tallies.class);
    private final JdbcClient db = APPLICATION.getBean(JdbcClient.class);
    private final UUID admin = Ids.next();
    private final Client client = client("ADMIN", "read write admin");

    @BeforeAll
    static void wind() {
        GenericDeadLetter.clock = CLOCK;
    }

    @AfterAll
    static void stop() {
        GenericDeadLetter.clock = Clock.systemUTC();
        APPLICATION.close();
    }

    @AfterEach
    void leaveNothing() {
        db.sql("delete from dead_letter").update();
    }

    @Test
    void a_dead_letter_of_one_projection_does_not_affect_another_of_the_same_processor() {
        var counter = opened();
        add(counter, POISON);
        add(counter, 1);
        var other = opened();
        add(other, 1);

        soon().untilAsserted(() -> {
            assertThat(waiting(counter)).isOne();
            assertThat(tallies.events(counter)).isEqualTo(2);
            assertThat(sums.rows(other)).isOne();
        });
        assertThat(sums.rows(counter)).isZero();
        soon().untilAsserted(() -> assertThat(Metrics.of(APPLICATION).value("ilgam_dead_letters", "projection", "sums"))
                .isEqualTo(2));
        assertThat(Metrics.of(APPLICATION).value("ilgam_dead_letters", "projection", "tallies"))
                .isZero();
    }

    @Test
    void an_admin_sees_dead_letters_without_their_content() {
        var counter = poisoned();

        var letter = letterOf(counter);
        assertThat(letter.path("id").asString()).startsWith("sample:");
        assertThat(letter.path("context").asString()).isEqualTo("sample");
        assertThat(letter.path("projection").asString()).isEqualTo("sums");
        assertThat(letter.path("kind").asString()).isEqualTo("projection");
        assertThat(letter.path("type").asString()).isEqualTo("Added");
        assertThat(letter.path("attempts").asInt()).isZero();
        assertThat(instant(letter, "nextAt")).isEqualTo(instant(letter, "at").plusSeconds(60));
        assertThat(letter.path("cause").asString())
                .startsWith("DataIntegrityViolationException: ")
                .contains("SQL state 23514", "addition_amount_check", "at ilgam.starter.sample.Sums.insert:")
                .doesNotContain(String.valueOf(POISON), counter.toString());
    }

    @Test
    void only_an_admin_sees_or_changes_them() {
        var id = letterOf(poisoned()).path("id").asString();
        for (var path : List.of(id + "/retry", id + "/discard")) {
            assertThat(client("MANAGER", "read write admin")
                            .post("/api/dead-letters/" + path, REASON)
                            .reason())
                    .isEqualTo("role");
            assertThat(client("ADMIN", "read write")
                            .post("/api/dead-letters/" + path, REASON)
                            .reason())
                    .isEqualTo("scope");
        }
        assertThat(client("MEMBER", "read write admin").get("/api/dead-letters").status())
                .isEqualTo(403);
        assertThat(client("ADMIN", "read").get("/api/dead-letters").reason()).isEqualTo("scope");
        assertThat(client.get("/api/dead-letters?limit=0").status()).isEqualTo(400);
        for (var strange : List.of("x", Cursor.encode("+294277-01-01T00:00:00Z", "x"), Cursor.encode("soon", "x")))
            assertThat(client.get("/api/dead-letters?cursor=" + strange).reason())
                    .isEqualTo("malformed-cursor");
        for (var unknown : List.of("sample:" + UUID.randomUUID(), "other:" + id.substring(7), "nothing"))
            assertThat(client.post("/api/dead-letters/" + unknown + "/retry", "")
                            .status())
                    .isEqualTo(404);
    }

    @Test
    void pages_list_letters_in_the_order_in_which_they_were_set_aside() {
        var counters = IntStream.range(0, 3).mapToObj(_ -> poisoned()).toList();

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = json(client.get("/api/dead-letters?limit=1" + cursor).body());
            seen.add(page.path("items").path(0).path("item").asString());
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(counters.stream().map(UUID::toString).toList());
    }

    @Test
    void a_letter_is_retried_after_one_minute_and_then_after_doubled_waits() {
        var counter = poisoned();
        add(counter, 1);

        CLOCK.forward(Duration.ofSeconds(70));
        soon().until(() -> letterOf(counter).path("attempts").asInt() == 1);
        var letter = letterOf(counter);
        assertThat(Duration.between(CLOCK.instant(), instant(letter, "nextAt")))
                .isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
        CLOCK.forward(Duration.ofSeconds(130));
        soon().until(() -> letterOf(counter).path("attempts").asInt() == 2);

        withoutConstraint(() -> {
            CLOCK.forward(Duration.ofSeconds(250));
            soon().until(() -> letterOrNone(counter) == null);
        });
        assertThat(sums.rows(counter)).isEqualTo(1);
    }

    @Test
    void the_wait_is_at_most_six_hours() {
        assertThat(IntStream.rangeClosed(0, 10).mapToObj(DeadLetters::waitAfter))
                .startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))
                .endsWith(Duration.ofMinutes(256), Duration.ofHours(6), Duration.ofHours(6));
    }

    @Test
    void of_two_instances_one_gets_a_due_letter() {
        var letters = APPLICATION.getBean(DeadLetters.class);
        var seen = letters.find(letterOf(poisoned()).path("id").asString()).orElseThrow();

        assertThat(letters.take(seen, Instant.now())).isTrue();
        assertThat(letters.take(seen, Instant.now())).isFalse();
    }

    @Test
    void an_operator_retries_any_letter_at_once_and_sees_the_outcome() {
        var counters = IntStream.range(0, 12).mapToObj(_ -> poisoned()).toList();
        var last = counters.getLast();
        add(last, 1);
        soon().until(() -> waiting(last) == 1);
        var path = "/api/dead-letters/" + letterOf(last).path("id").asString() + "/retry";

        var failed = json(client.post(path, "").body());
        assertThat(failed.path("handled").asBoolean()).isFalse();
        assertThat(failed.at("/letter/attempts").asInt()).isOne();
        assertThat(failed.at("/letter/cause").asString()).contains("addition_amount_check");

        withoutConstraint(() -> {
            var handled = json(client.post(path, "").body());
            assertThat(handled.path("handled").asBoolean()).isTrue();
            assertThat(handled.path("letter").isNull()).isTrue();
        });
        assertThat(sums.rows(last)).isEqualTo(1);
        assertThat(client.post(path, "").status()).isEqualTo(404);
    }

    @Test
    void a_retry_while_the_database_is_busy_keeps_the_letter() {
        var counter = poisoned();
        var path = "/api/dead-letters/" + letterOf(counter).path("id").asString() + "/retry";
        db.sql("create function cancel() returns trigger language plpgsql as $$ begin"
                        + " raise exception 'busy' using errcode = '57014'; end $$")
                .update();
        db.sql("create trigger busy before insert on addition execute function cancel()")
                .update();
        try {
            assertThat(json(client.post(path, "").body()).path("handled").asBoolean())
                    .isFalse();
        } finally {
            db.sql("drop function cancel cascade").update();
        }
        assertThat(letterOf(counter).path("attempts").asInt()).isOne();
    }

    @Test
    void a_letter_of_a_paused_projection_waits_until_the_projection_is_resumed() {
        var counter = poisoned();
        var path = "/api/dead-letters/" + letterOf(counter).path("id").asString() + "/retry";
        var pause = "/api/projections/sample/sums/pause";
        assertThat(client.send("PUT", pause, noBody()).status()).isEqualTo(200);

        CLOCK.forward(Duration.ofSeconds(70));
        withoutConstraint(() -> {
            try {
                var refused = client.post(path, "");
                assertThat(refused.status()).isEqualTo(409);
                assertThat(refused.reason()).isEqualTo("paused");
                assertThat(APPLICATION.getBean(DeadLetters.class).due(CLOCK.instant(), 20))
                        .isEmpty();
                assertThat(letterOf(counter).path("attempts").asInt()).isZero();
            } finally {
                client.send("DELETE", pause, noBody());
            }
            soon().until(() -> letterOrNone(counter) == null && isRunning("sums"));
            assertThat(sums.rows(counter)).isOne();
        });
    }

    private boolean isRunning(String projection) {
        return db.sql("select not exists (select from projection_state where name = ?)")
                .param(projection)
                .query(Boolean.class)
                .single();
    }

    @Test
    void no_letter_is_retried_while_another_transaction_has_the_exclusive_lock() throws Exception {
        var counter = poisoned();
        var path = "/api/dead-letters/" + letterOf(counter).path("id").asString() + "/retry";
        CompletableFuture<Client.Answer> answer;
        try (var alone = APPLICATION.getBean(DataSource.class).getConnection();
                var statement = alone.createStatement()) {
            alone.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(7310581)"); // as the swap of a rebuild does
            answer = CompletableFuture.supplyAsync(() -> client.post(path, ""));
            await().during(Duration.ofMillis(500))
                    .until(() -> letterOf(counter).path("attempts").asInt() == 0);
            alone.rollback();
        }

        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(letterOf(counter).path("attempts").asInt()).isOne();
    }

    @Test
    void a_discard_needs_a_reason_and_lets_waiting_letters_go_on() {
        var counter = poisoned();
        add(counter, 1);
        soon().until(() -> waiting(counter) == 1);
        var id = letterOf(counter).path("id").asString();
        var path = "/api/dead-letters/" + id + "/discard";

        for (var nothing : List.of("{}", "{\"reason\":\" \"}", "{\"reason\":\"" + "x".repeat(501) + "\"}"))
            assertThat(client.post(path, nothing).status()).isEqualTo(400);
        assertThat(client.post(path, REASON).status()).isEqualTo(204);

        assertThat(letterOrNone(counter)).isNull();
        assertThat(sums.rows(counter)).isOne();
        assertThat(db.sql("select discarded_by || ' ' || reason || ' ' || projection from discarded_letter"
                                + " where 'sample:' || dead_letter_identifier = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(admin + " It was a test. sums");
        assertThat(client.post(path, REASON).status()).isEqualTo(404);
    }

    @Test
    void a_change_behind_a_dead_letter_is_answered_at_once_as_set_aside_and_so_is_its_repeat() {
        var counter = opened();
        var key = UUID.randomUUID().toString();
        var poison = "/api/tallies/" + counter + "/additions?amount=" + POISON;
        var first = client.post(poison, "", "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(202);
        assertThat(json(first.body()).path("reason").asString()).isEqualTo("set-aside");
        assertThat(json(first.body()).path("item").asString()).isEqualTo(counter.toString());

        var began = System.nanoTime();
        assertThat(client.post("/api/tallies/" + counter + "/additions?amount=1", "")
                        .status())
                .isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));

        withoutConstraint(() ->
                client.post("/api/dead-letters/" + letterOf(counter).path("id").asString() + "/retry", ""));
        var again = client.post(poison, "", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(tallies.events(counter)).isEqualTo(2);
        assertThat(client.post("/api/tallies/" + counter + "/additions?amount=1", "")
                        .body())
                .isEqualTo("2");
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    /** Deletes the rows that violate the constraint afterwards. */
    private void withoutConstraint(Runnable what) {
        db.sql("alter table addition drop constraint addition_amount_check").update();
        try {
            what.run();
        } finally {
            db.sql("delete from addition where amount = 666").update();
            db.sql("alter table addition add constraint addition_amount_check check (amount <> 666)")
                    .update();
        }
    }

    private UUID poisoned() {
        var counter = opened();
        add(counter, POISON);
        soon().until(() -> letterOrNone(counter) != null);
        return counter;
    }

    private UUID opened() {
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        return counter;
    }

    private void add(UUID counter, int amount) {
        commands.send(new Counter.Add(counter, amount, 1), MetaData.emptyInstance());
    }

    private long waiting(UUID counter) {
        var letter = letterOrNone(counter);
        return letter == null ? -1 : letter.path("waiting").asLong();
    }

    private JsonNode letterOf(UUID counter) {
        var letter = letterOrNone(counter);
        if (letter == null) throw new AssertionError("no letter of " + counter);
        return letter;
    }

    private @Nullable JsonNode letterOrNone(UUID counter) {
        return json(client.get("/api/dead-letters?limit=200").body())
                .path("items")
                .valueStream()
                .filter(letter -> letter.path("item").asString().equals(counter.toString()))
                .findFirst()
                .orElse(null);
    }

    private static Instant instant(JsonNode letter, String field) {
        return Instant.parse(letter.path(field).asString());
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private Client client(String role, String scopes) {
        var port = APPLICATION.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Client(
                port,
                Tokens.of(
                        admin,
                        role,
                        claims -> claims.claim("scope", scopes)
                                .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))))));
    }
}
