package ilgam.starter.events;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.EventStoreWatch;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.test.AxonServer;
import ilgam.starter.test.FaultProxy;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A context whose event store goes away and comes back, in both modes, while its own database stays up. */
@ExtendWith(OutputCaptureExtension.class)
class EventStoreAwayTest {

    /** Far below what a command waits for an answer, far above what a busy machine takes to refuse. */
    private static final Duration WITHIN = Duration.ofSeconds(10);

    enum Store {
        EMBEDDED,
        AXON_SERVER
    }

    @ParameterizedTest
    @EnumSource
    void without_a_connection_reads_go_on_and_changes_are_answered_with_503(Store store, CapturedOutput output) {
        try (var proxy = proxy(store).mend();
                var application = start(store, proxy)) {
            var client = client(application);
            var counter = client.post("/api/tallies", "").body();
            increment(client, counter, Ids.next());

            int before = output.getAll().length();
            proxy.cut();
            await().atMost(Duration.ofSeconds(8))
                    .until(() -> !watch(application).isUp());
            var times = IntStream.range(0, 50)
                    .mapToObj(_ -> mustBeTold(client, counter, Ids.next()))
                    .sorted()
                    .toList();
            assertThat(times.get(25)).as("median").isLessThan(Duration.ofSeconds(2));
            assertThat(times.getLast()).isLessThan(WITHIN);
            await().during(Duration.ofSeconds(5))
                    .until(() -> client.get("/api/tallies/" + counter).status() == 200);
            assertThat(up(application)).isZero();
            assertThat(application.getBean(ApplicationAvailability.class).getReadinessState())
                    .isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
            assertThat(output.getAll()
                            .substring(before)
                            .lines()
                            .filter(text -> text.matches(".* (INFO|WARN|ERROR) .*")))
                    .singleElement()
                    .asString()
                    .contains("The event store at 127.0.0.1:" + proxy.port(), " is away since ");
            assertThat(output.getAll().substring(before)).doesNotContain("\tat ");

            proxy.mend();
            mustGoOn(client, counter);
            assertThat(up(application)).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "AXON_SERVER")
    void the_first_change_after_a_freeze_fails_within_two_seconds_and_its_repeat_happens_once(Store store) {
        try (var proxy = proxy(store).mend();
                var application = start(store, proxy)) {
            var client = client(application);
            var counter = client.post("/api/tallies", "").body();
            increment(client, counter, Ids.next());

            proxy.freeze();
            var keys = List.of(Ids.next(), Ids.next(), Ids.next());
            var answers = keys.stream()
                    .map(key -> CompletableFuture.runAsync(
                            () -> assertThat(mustBeTold(client, counter, key)).isLessThan(WITHIN)))
                    .toList();
            answers.forEach(CompletableFuture::join);
            await().during(Duration.ofSeconds(4))
                    .until(() -> client.get("/api/tallies/" + counter).status() == 200);
            proxy.mend();
            mustGoOn(client, counter);

            keys.forEach(key -> increment(client, counter, key));
            keys.forEach(key -> increment(client, counter, key));
            await().atMost(Duration.ofSeconds(15)).until(() -> rows(client, counter) >= 2 + keys.size());
            assertThat(rows(client, counter)).isEqualTo(2 + keys.size());
        }
    }

    /** A change that was answered has happened once; another one at most once, and once after its repeat. */
    @ParameterizedTest
    @EnumSource
    void with_any_connection_fault_a_repeated_change_happens_once(Store store) throws Exception {
        try (var proxy = proxy(store).mend();
                var application = start(store, proxy)) {
            var client = client(application);
            var counter = client.post("/api/tallies", "").body();
            var answered = new AtomicInteger();
            var failures = new AtomicInteger();
            var faultsToCome = new AtomicInteger(3);
            var writers = IntStream.range(0, 4)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> {
                        while (faultsToCome.get() > 0) {
                            incrementUntilAnswered(client, counter, failures);
                            answered.incrementAndGet();
                        }
                    }))
                    .toList();
            while (faultsToCome.get() > 0) {
                awaitMore(answered, 8);
                proxy.cut();
                awaitMore(failures, 4);
                proxy.mend();
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> watch(application).isUp());
                faultsToCome.decrementAndGet();
            }
            writers.forEach(CompletableFuture::join);

            await().atMost(Duration.ofSeconds(15)).until(() -> rows(client, counter) >= answered.get());
            assertThat(rows(client, counter)).isEqualTo(answered.get());
        }
    }

    private static void awaitMore(AtomicInteger counted, int more) {
        int least = counted.get() + more;
        await().atMost(Duration.ofSeconds(60)).until(() -> counted.get() >= least);
    }

    private static void incrementUntilAnswered(Client client, String counter, AtomicInteger failures) {
        var key = Ids.next();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    var answer = client.post("/api/tallies/" + counter, "", "Idempotency-Key", key.toString());
                    if (answer.status() == 200) return true;
                    assertThat(answer.status()).as(answer.body()).isIn(503, 409);
                    failures.incrementAndGet();
                    return false;
                });
    }

    @ParameterizedTest
    @EnumSource
    void a_service_waits_for_its_event_store_at_the_start(Store store, CapturedOutput output) {
        try (var proxy = proxy(store)) {
            int before = output.getAll().length();
            var starting = CompletableFuture.supplyAsync(() -> start(store, proxy));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> output.getAll()
                            .substring(before)
                            .contains("Waiting for the event store at 127.0.0.1:" + proxy.port()));
            assertThat(starting).isNotDone();
            assertThat(output.getAll().substring(before)).doesNotContain("\tat ");
            proxy.mend();
            try (var application = starting.join()) {
                var client = client(application);
                mustGoOn(client, client.post("/api/tallies", "").body());
            }
        }
    }

    /** Returns how long the refusal took. */
    private static Duration mustBeTold(Client client, String counter, UUID key) {
        var asked = System.nanoTime();
        var answer = client.post("/api/tallies/" + counter, "", "Idempotency-Key", key.toString());
        var took = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.reason()).isEqualTo("event-store-away");
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.header("Retry-After")).isNotEmpty();
        return took;
    }

    /** Waits for a change to succeed within 15 seconds, and for the projection to show it. */
    private static void mustGoOn(Client client, String counter) {
        var back = System.nanoTime();
        long before = rows(client, counter);
        var key = Ids.next();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> client.post("/api/tallies/" + counter, "", "Idempotency-Key", key.toString())
                                .status()
                        == 200);
        var written = Duration.ofNanos(System.nanoTime() - back);
        await().atMost(Duration.ofSeconds(15).minus(written)).until(() -> rows(client, counter) > before);
        System.out.printf(
                "written again after %d ms, shown after %d ms%n",
                written.toMillis(), Duration.ofNanos(System.nanoTime() - back).toMillis());
    }

    private static void increment(Client client, String counter, UUID key) {
        var answer = client.post("/api/tallies/" + counter, "", "Idempotency-Key", key.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static long rows(Client client, String counter) {
        return Long.parseLong(client.get("/api/tallies/" + counter).body());
    }

    private static EventStoreWatch watch(ConfigurableApplicationContext application) {
        return application.getBean(EventStoreWatch.class);
    }

    private static double up(ConfigurableApplicationContext application) {
        return application
                .getBean(MeterRegistry.class)
                .get("ilgam.event.store.up")
                .gauge()
                .value();
    }

    private static FaultProxy proxy(Store store) {
        if (store == Store.EMBEDDED)
            return new FaultProxy(Postgres.context("work").port());
        AxonServer.assumeItListens();
        return new FaultProxy(AxonServer.port());
    }

    private static ConfigurableApplicationContext start(Store store, FaultProxy proxy) {
        var databases = Postgres.context("work");
        return switch (store) {
            case EMBEDDED ->
                SampleContext.start(
                        databases,
                        "--ilgam.event-store.url=jdbc:postgresql://127.0.0.1:" + proxy.port() + "/"
                                + databases.events());
            case AXON_SERVER ->
                SampleContext.start(
                        databases, "--ilgam.events=axon-server", "--axon.axonserver.servers=127.0.0.1:" + proxy.port());
        };
    }

    private static Client client(ConfigurableApplicationContext application) {
        return new Client(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
