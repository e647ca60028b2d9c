package ilgam.starter.projection;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.awaitility.core.ConditionFactory;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
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
import ilgam.starter.test.RebuildStory;
import ilgam.starter.test.Tokens;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A projection with wrong rows is rebuilt beside them, while events come and clients read. */
class RebuildTest {

    private static final Postgres.Context DATABASES = Postgres.context("work");
    private static ConfigurableApplicationContext application = started();

    private static ConfigurableApplicationContext started() {
        return SampleContext.start(DATABASES, "--ilgam.processors.claim-timeout=1s");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_rebuild_replaces_wrong_rows_without_downtime_through_a_restart() throws Exception {
        var counters = Stream.generate(RebuildTest::open).limit(10).toList();
        for (int i = 0; i < 20; i++) counters.forEach(counter -> add(counter, 20));
        var watched = counters.getFirst();
        var spoilt = counters.getLast();
        soon().until(() -> counters.stream().allMatch(counter -> tallies().events(counter) == 400));
        db().sql("update tally set events = 1000000 where counter = ?")
                .param(spoilt)
                .update();
        var stray = UUID.randomUUID();
        db().sql("insert into tally (counter, events) values (?, 7)")
                .param(stray)
                .update();

        var asked = rebuild("tallies", 202);
        assertThat(asked.path("state").asString()).isEqualTo("rebuilding");
        assertThat(asked.at("/rebuild/of").asLong()).isPositive();
        rebuild("tallies", 202);
        assertThat(admin().send("PUT", "/api/projections/sample/tallies/pause", noBody())
                        .reason())
                .isEqualTo("rebuilding");
        application.close();
        application = started();

        var busy = new AtomicBoolean(true);
        var writer = CompletableFuture.runAsync(() -> {
            while (busy.get()) add(watched, 1);
        });
        var reader = CompletableFuture.runAsync(() -> {
            for (long last = 400; busy.get(); last = tallies().events(watched))
                assertThat(tallies().events(watched)).isGreaterThanOrEqualTo(last);
        });
        soon().until(() -> state("tallies").equals("running"));
        add(watched, 3);
        busy.set(false);
        writer.join();
        reader.join();

        soon().untilAsserted(() -> assertThat(tallies().events(watched)).isEqualTo(sums().rows(watched)));
        assertThat(tallies().events(spoilt)).isEqualTo(400);
        assertThat(tallies().events(stray)).isZero();
        assertThat(counters).allSatisfy(one -> assertThat(tallies().events(one)).isEqualTo(sums().rows(one)));
        assertThat(schemas()).isZero();
    }

    /** The state of a new projection whose processor has passed all events already. */
    @Test
    void a_projection_that_a_migration_marks_is_rebuilt() {
        var counter = open();
        add(counter, 40);
        soon().until(() -> tallies().events(counter) == 40);
        application.close();
        var migration = JdbcClient.create(DATABASES.dataSource());
        migration.sql("truncate tally").update();
        migration
                .sql("insert into projection_state (name, state) values ('tallies', 'REBUILDING')")
                .update();

        application = started();
        add(counter, 2);

        soon().until(() -> state("tallies").equals("running"));
        soon().untilAsserted(() -> assertThat(tallies().events(counter)).isEqualTo(42));
    }

    @Test
    void an_event_that_fails_again_is_a_dead_letter_of_the_rebuilt_projection() {
        var counter = open();
        application.getBean(Commands.class).send(new Counter.Add(counter, 666, 1), MetaData.emptyInstance());
        add(counter, 1);
        soon().until(() -> letters(counter) == 2);
        var before = letter(counter);

        rebuild("sums", 202);
        soon().until(() -> state("sums").equals("running"));

        assertThat(letters(counter)).isEqualTo(2);
        assertThat(letter(counter)).isNotEqualTo(before);
        add(counter, 1);
        soon().until(() -> letters(counter) == 3);
        assertThat(sums().rows(counter)).isZero();
    }

    @Test
    void a_comparison_reports_wrong_rows_and_changes_nothing() {
        var counters = Stream.generate(RebuildTest::open).limit(4).toList();
        counters.forEach(counter -> add(counter, 50));
        soon().until(() -> counters.stream().allMatch(counter -> tallies().events(counter) == 50));
        var nobodys = UUID.randomUUID();
        db().sql("update tally set events = 7 where counter = ?")
                .param(counters.get(1))
                .update();
        db().sql("delete from tally where counter = ?").param(counters.get(2)).update();
        db().sql("insert into tally (counter, events) values (?, 1)")
                .param(nobodys)
                .update();

        var busy = new AtomicBoolean(true);
        var writer = CompletableFuture.runAsync(() -> {
            while (busy.get()) add(counters.get(3), 1);
        });
        JsonNode found;
        try {
            found = compare("tallies");
            assertThat(compare("sums").path("differing").asLong()).isZero();
        } finally {
            busy.set(false);
            writer.join();
        }

        assertThat(found.path("differing").asLong()).isEqualTo(3);
        assertThat(found.path("differences")
                        .valueStream()
                        .map(one ->
                                one.path("table").asString() + one.path("key").asString() + " "
                                        + one.path("what").asString()))
                .containsExactlyInAnyOrder(
                        "tally(%s) different".formatted(counters.get(1)),
                        "tally(%s) missing".formatted(counters.get(2)),
                        "tally(%s) too-much".formatted(nobodys));
        assertThat(tallies().events(counters.get(1))).isEqualTo(7);
        assertThat(schemas()).isZero();
        rebuild("tallies", 202);
        soon().until(() -> state("tallies").equals("running"));
        assertThat(compare("tallies").path("differing").asLong()).isZero();
    }

    @Test
    void a_rebuild_waits_for_a_lagging_processor_while_all_others_go_on() throws Exception {
        var counter = open();
        try (var blocking = DATABASES.dataSource().getConnection();
                var statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("lock table addition in share mode"); // its processor cannot write
            for (int i = 0; i < 3; i++) add(counter, 1000);
            rebuild("tallies", 202);
            askToCompare("sums");
            soon().until(() -> isRead("tallies") && isRead("sums"));

            await().during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(10))
                    .failFast("A reader has stopped, or stops all others", () -> stoppedReaders() + stopping() > 0)
                    .until(() -> true);
            blocking.rollback();
        }
        soon().until(() -> state("tallies").equals("running") && state("sums").equals("running"));
        assertThat(view("sums").at("/compared/differing").asLong()).isZero();
        assertThat(tallies().events(counter)).isEqualTo(3000);
    }

    /** Otherwise another instance would start the same work while this one is at it. */
    @Test
    void an_instance_that_waits_for_all_processors_keeps_its_claim() throws Exception {
        try (var busy = DATABASES.dataSource().getConnection();
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock_shared(7310581)"); // as a batch that takes long
            askToCompare("tallies");
            soon().until(() -> stopping() > 0);
            var until = claimedUntil("tallies");

            await().failFast("It waits no longer", () -> stopping() == 0)
                    .until(() -> claimedUntil("tallies").isAfter(until));
        }
        soon().until(() -> state("tallies").equals("running"));
    }

    private static Instant claimedUntil(String projection) {
        return db().sql("select read_until from projection_state where name = ?")
                .param(projection)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private static boolean isRead(String rebuilt) {
        var progress = view(rebuilt).path("rebuild");
        return progress.path("at").asLong() == progress.path("of").asLong();
    }

    private static long stoppedReaders() {
        return db().sql("select count(*) from token_entry where processor_name like '%~reader' and owner is null")
                .query(Long.class)
                .single();
    }

    /** Transactions that wait until no processor handles events. */
    private static long stopping() {
        return db().sql("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query(Long.class)
                .single();
    }

    private static JsonNode compare(String name) {
        askToCompare(name);
        soon().until(() -> state(name).equals("running"));
        return view(name).path("compared");
    }

    private static void askToCompare(String name) {
        var asked = admin().send("POST", "/api/projections/sample/" + name + "/rebuild?compare=true", noBody());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().at("/rebuild/compare").asBoolean()).isTrue();
        assertThat(admin().send("POST", "/api/projections/sample/" + name + "/rebuild", noBody())
                        .reason())
                .isEqualTo("rebuilding");
    }

    @Test
    void rebuilt_tables_have_the_same_definition() {
        add(open(), 5);

        assertThat(new RebuildStory(application).tell()).isEqualTo(2);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private static long letters(UUID counter) {
        return db().sql("select count(*) from dead_letter where aggregate_identifier = ? and processing_group = 'sums'")
                .param(counter.toString())
                .query(Long.class)
                .single();
    }

    private static String letter(UUID counter) {
        return db().sql("select min(dead_letter_identifier) from dead_letter where aggregate_identifier = ?")
                .param(counter.toString())
                .query(String.class)
                .single();
    }

    private static JsonNode rebuild(String name, int status) {
        var answer = admin().send("POST", "/api/projections/sample/" + name + "/rebuild", noBody());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json();
    }

    private static long schemas() {
        return db().sql("select count(*) from pg_namespace where nspname like 'rebuild%'")
                .query(Long.class)
                .single();
    }

    private static String state(String name) {
        return view(name).path("state").asString();
    }

    private static JsonNode view(String name) {
        return admin().get("/api/projections")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Client admin() {
        var port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Client(port, Tokens.of(Client.ADA, "ADMIN"));
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

    private static UUID open() {
        var opened = Ids.next();
        application.getBean(Commands.class).send(new Counter.Open(opened), MetaData.emptyInstance());
        return opened;
    }

    private static void add(UUID to, int events) {
        application.getBean(Commands.class).send(new Counter.Add(to, 1, events), MetaData.emptyInstance());
    }
}
