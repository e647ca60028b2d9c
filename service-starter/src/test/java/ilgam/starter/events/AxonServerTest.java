package ilgam.starter.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.AlreadyExists;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.AxonServer;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** The embedded store's behaviour against a real Axon Server; skipped where none listens. */
class AxonServerTest {

    private static final Postgres.Context DATABASES = Postgres.context("work");

    @SuppressWarnings("NullAway.Init")
    static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        AxonServer.assumeItListens();
        application = SampleContext.start(
                DATABASES, "--ilgam.events=axon-server", "--axon.axonserver.servers=" + AxonServer.address());
    }

    @AfterAll
    static void stop() {
        if (application != null) application.close();
    }

    @Test
    void commands_events_and_projections_work() {
        var commands = application.getBean(Commands.class);
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), MetaData.with(Metadata.ACTOR, Client.ADA.toString()));
        assertThat(commands.<Integer>send(new Counter.Add(counter, 2, 3), MetaData.emptyInstance()))
                .isEqualTo(2);
        commands.send(
                new Counter.Change(counter, List.of(new Counter.Step.Up(1), new Counter.Step.Label("x"))),
                MetaData.emptyInstance());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> application.getBean(Sums.class).rows(counter) == 4);
        assertThat(application.getBean(CommandBus.class)).isInstanceOf(AxonServerCommandBus.class);
        assertThat(application.getBeansOfType(SharedEventStore.class)).isEmpty();
        var first = application
                .getBean(EventStore.class)
                .readEvents(counter.toString())
                .asStream()
                .findFirst()
                .orElseThrow();
        assertThat(Recorded.of(first).actor()).isEqualTo(Client.ADA);
    }

    @Test
    void a_refusal_keeps_its_message_and_details() {
        var counter = opened();
        var refusal = catchThrowableOfType(
                CommandExecutionException.class,
                () -> application
                        .getBean(Commands.class)
                        .send(new Counter.Add(counter, -1, 1), MetaData.emptyInstance()));

        assertThat(refusal.getDetails()).contains(Counter.Refusal.NEGATIVE);
        assertThat(refusal).hasMessageContaining("A counter only goes up.");
        var withValues = catchThrowableOfType(
                CommandExecutionException.class,
                () -> application
                        .getBean(Commands.class)
                        .send(new Counter.Add(counter, 5_000, 1), MetaData.emptyInstance()));
        assertThat(RuleRefused.reasonOf(withValues)).isEqualTo(Counter.Refusal.TOO_MUCH);
        assertThat(RuleRefused.sentenceOf(withValues).values()).isEqualTo(Map.of("most", 1_000));
    }

    @Test
    void an_aggregate_that_exists_already_is_recognised() {
        var counter = opened();

        assertThat(catchThrowable(() ->
                        application.getBean(Commands.class).send(new Counter.Open(counter), MetaData.emptyInstance())))
                .isInstanceOf(AlreadyExists.class);
    }

    @Test
    void concurrent_writers_lose_nothing() {
        var counter = opened();
        IntStream.range(0, 20)
                .parallel()
                .forEach(_ -> application
                        .getBean(Commands.class)
                        .send(new Counter.Add(counter, 1, 2), MetaData.emptyInstance()));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> application.getBean(Sums.class).rows(counter) == 40);
    }

    @Test
    void appends_and_reads_are_measured() {
        var meters = application.getBean(MeterRegistry.class);
        var appended = meters.get("ilgam.event.store.append").timer().count();
        var begun = meters.get("ilgam.event.store.appends").counter().count();
        var read = meters.get("ilgam.event.store.read").timer().count();
        var counter = opened();
        application.getBean(Commands.class).send(new Counter.Add(counter, 1, 1), MetaData.emptyInstance());

        await().untilAsserted(() -> {
            assertThat(meters.get("ilgam.event.store.append").timer().count()).isEqualTo(appended + 2);
            assertThat(meters.get("ilgam.event.store.read").timer().count()).isGreaterThan(read);
        });
        assertThat(meters.get("ilgam.event.store.appends").counter().count()).isEqualTo(begun + 2);
    }

    private static UUID opened() {
        var counter = Ids.next();
        application.getBean(Commands.class).send(new Counter.Open(counter), MetaData.emptyInstance());
        return counter;
    }
}
