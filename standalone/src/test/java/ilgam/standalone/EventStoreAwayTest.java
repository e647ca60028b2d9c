package ilgam.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ilgam.trial.Answer;
import ilgam.trial.Client;
import ilgam.trial.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The whole system with a proxy in front of its Axon Server, which is cut off or frozen and comes back. */
@Tag("axon-server")
@Order(300)
class EventStoreAwayTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(15);

    enum Fault {
        CUT,
        FROZEN;

        void happenTo(FaultProxy proxy) {
            if (this == CUT) proxy.cut();
            else proxy.freeze();
        }
    }

    @SuppressWarnings("NullAway.Init")
    private static FaultProxy proxy;

    @SuppressWarnings("NullAway.Init")
    private static RunningSystem system;

    @SuppressWarnings("NullAway.Init")
    private static Client ada;

    /** A new key, because the server keeps the events of earlier runs. */
    private static final String PROJECT =
            "A" + Long.toString(System.nanoTime() % 1_000_000, 36).toUpperCase(Locale.ROOT);

    private static final String IMPORTED = "I" + PROJECT;
    private static final String ADDRESS = "ada-" + UUID.randomUUID() + "@people.example";

    @BeforeAll
    static void start() {
        assumeTrue(Ilgam.EVENTS.equals("axon-server"), "skipped: this is for ./verify --events axon-server system");
        Ilgam.assumeAxonServerListens();
        proxy = new FaultProxy(Ilgam.axonServer()).mend();
        system = RunningSystem.start(
                Ilgam.freshFolder("event-store-away"),
                Map.of("AXON_AXONSERVER_SERVERS", "127.0.0.1:" + proxy.port()),
                "--events",
                "axon-server");
        ada = system.client().join(ADDRESS, Ilgam.PASSWORD, "Ada Lovelace");
        ada.post("/api/projects", Map.of("key", PROJECT, "name", "Away", "visibility", "open"))
                .expect(201);
        var first = UUID.randomUUID();
        Awaitility.await("the events of earlier runs are projected")
                .atMost(Duration.ofMinutes(2))
                .until(() -> create(first).status() == 201);
    }

    @AfterAll
    static void stop() {
        if (system != null) system.close();
        if (proxy != null) proxy.close();
    }

    @AfterEach
    void mend() {
        proxy.mend();
        awaitEventStore("up");
    }

    @ParameterizedTest
    @EnumSource
    void reads_go_on_changes_are_refused_and_all_resumes(Fault fault) throws IOException {
        long logBefore = logSize();
        int saidBefore = system.output().size();
        fault.happenTo(proxy);

        var waited = new ArrayList<Duration>();
        var keys = new ArrayList<UUID>();
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            keys.add(UUID.randomUUID());
            waited.add(mustBeTold(keys.getLast()));
            ada.get("/api/work-items?project=" + PROJECT).expect(200);
            ada.get("/api/members").expect(200);
            ada.get("/api/dashboard/summary?project=" + PROJECT).expect(200);
        }
        system.client()
                .post("/api/session", Map.of("email", ADDRESS, "password", Ilgam.PASSWORD))
                .expect(200);
        awaitEventStore("away");
        assertThat(system.output().subList(saidBefore, system.output().size()))
                .anyMatch(said -> said.contains("the event store at 127.0.0.1:" + proxy.port() + " is away"));
        long grown = logSize() - logBefore;
        assertThat(grown)
                .as("bytes of log while %d changes failed", keys.size())
                .isLessThan(64_000);

        var back = System.nanoTime();
        proxy.mend();
        awaitTaskIn(keys.getFirst());
        var resumed = Duration.ofNanos(System.nanoTime() - back);
        assertThat(resumed).isLessThan(RESUMED_WITHIN);
        for (var key : keys) awaitTaskIn(key);
        for (var key : keys) create(key).expect(201);
        Awaitility.await()
                .atMost(RESUMED_WITHIN)
                .untilAsserted(() -> assertThat(titles())
                        .containsAll(keys.stream().map(UUID::toString).toList())
                        .doesNotHaveDuplicates());
        System.out.printf(
                "%s: %d changes refused after %d ms at most, %d bytes of log, written and shown again after %d ms%n",
                fault,
                keys.size(),
                waited.stream().mapToLong(Duration::toMillis).max().orElse(0),
                grown,
                resumed.toMillis());
    }

    /** Acknowledged changes are not lost, and repeated ones are not duplicated. */
    @Test
    void under_load_nothing_acknowledged_is_lost_or_doubled() throws InterruptedException {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        var refused = new AtomicInteger();
        var enough = new AtomicBoolean();
        var writers = new ArrayList<CompletableFuture<Void>>();
        for (int writer = 0; writer < 4; writer++)
            writers.add(CompletableFuture.runAsync(() -> {
                while (!enough.get()) acknowledged.add(createUntilAcknowledged(refused));
            }));
        for (var fault : List.of(Fault.CUT, Fault.FROZEN, Fault.CUT, Fault.FROZEN)) {
            TimeUnit.SECONDS.sleep(2);
            fault.happenTo(proxy);
            TimeUnit.SECONDS.sleep(3);
            proxy.mend();
            awaitEventStore("up");
        }
        enough.set(true);
        writers.forEach(CompletableFuture::join);

        assertThat(refused).as("changes that met a fault").hasPositiveValue();
        var titles = titles();
        assertThat(titles).containsAll(acknowledged).doesNotHaveDuplicates();
        System.out.printf("%d acknowledged, %d refused%n", acknowledged.size(), refused.get());
    }

    @Test
    void an_import_waits_says_so_and_goes_on() {
        var set = SampleSet.read("samples/servicenow-200");
        var running = Import.begin(ada, set.upload(IMPORTED));
        proxy.cut();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(running.state().path("waiting").asString("")).isEqualTo("event-store-away"));
        assertThat(running.state().path("state").asString()).isEqualTo("running");

        proxy.mend();
        var done = running.finish(Duration.ofMinutes(3));
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.has("waiting")).isFalse();
        new Figures(ada, IMPORTED).mustEqual(new Truths(set), Duration.ofMinutes(2));
    }

    private static Answer create(UUID key) {
        return ada.send(
                "POST",
                "/api/tasks",
                Map.of("project", PROJECT, "title", key.toString()),
                "Idempotency-Key",
                key.toString());
    }

    private static Duration mustBeTold(UUID key) {
        var asked = System.nanoTime();
        var answer = create(key).expect(503);
        var waited = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(waited).isLessThan(TOLD_WITHIN);
        assertThat(answer.text("reason")).isEqualTo("event-store-away");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        return waited;
    }

    private static void awaitTaskIn(UUID key) {
        Awaitility.await()
                .atMost(RESUMED_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> create(key).status() == 201);
    }

    private static String createUntilAcknowledged(AtomicInteger refused) {
        var key = UUID.randomUUID();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    var answer = create(key);
                    if (answer.status() == 201) return true;
                    assertThat(answer.status()).as(answer.body()).isIn(503, 409);
                    refused.incrementAndGet();
                    return false;
                });
        return key.toString();
    }

    private static List<String> titles() {
        var titles = new ArrayList<String>();
        for (var cursor = ""; ; ) {
            var page = ada.get("/api/work-items?project=" + PROJECT + "&limit=200" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(item -> titles.add(item.path("title").asString()));
            var next = page.path("next").asString("");
            if (next.isEmpty()) return titles;
            cursor = "&cursor=" + next;
        }
    }

    private static void awaitEventStore(String status) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var health = ada.get("/api/health").expect(200).json();
            assertThat(health.at("/eventStore/status").asString()).isEqualTo(status);
        });
    }

    private static long logSize() throws IOException {
        try (var files = Files.list(system.data().resolve("logs"))) {
            long size = 0;
            for (var file : files.toList()) size += Files.size(file);
            return size;
        }
    }
}
