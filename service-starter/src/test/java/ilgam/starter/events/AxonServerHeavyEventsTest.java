package ilgam.starter.events;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Weighed;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.Counter.Labelled;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.test.AxonServer;
import ilgam.starter.test.Postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Events of any size in a real Axon Server are read with bounded memory. Skipped where none listens. */
class AxonServerHeavyEventsTest {

    private static final Postgres.Context DATABASES = Postgres.context("work");
    private static final int HEAVY = 30;
    private static final int LIGHT = 130;
    private static final int LETTERS = 60_000;

    @SuppressWarnings("NullAway.Init")
    static ConfigurableApplicationContext application;

    private final Commands commands = application.getBean(Commands.class);
    private final EventStore store = application.getBean(EventStore.class);
    private final UUID counter = Ids.next();

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

    private void send(Object command) {
        commands.send(command, MetaData.emptyInstance());
    }

    private void makeHeavy() {
        send(new Counter.Open(counter));
        for (int n = 0; n < HEAVY; n++) send(new Counter.Change(counter, List.of(new Counter.Step.Label(text(n)))));
        send(new Counter.Add(counter, 1, LIGHT));
    }

    private static String text(int n) {
        return Integer.toString(n).concat("가".repeat(LETTERS));
    }

    @Test
    void an_aggregate_is_read_in_windows_that_shrink_as_its_events_grow() {
        makeHeavy();
        var reads = application
                .getBean(MeterRegistry.class)
                .get("ilgam.event.store.read")
                .timer();
        var before = reads.count();

        assertThat(store.readEvents(counter.toString(), 0).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, LIGHT + HEAVY).boxed().toList());
        await().untilAsserted(() -> assertThat(reads.count() - before)
                .as("windows of 64, 24, 64 and the rest")
                .isEqualTo(4));
    }

    @Test
    void a_large_aggregate_is_loaded_from_its_snapshot() {
        makeHeavy();
        send(new Counter.Ask(counter));

        await().until(() -> store.readEvents(counter.toString()).asStream().count() < 4);
        assertThat(commands.<Integer>send(new Counter.Ask(counter), MetaData.emptyInstance()))
                .isEqualTo(LIGHT);
        assertThat(commands.<Long>send(new Counter.Increment(counter), MetaData.emptyInstance()))
                .isEqualTo(1 + LIGHT + HEAVY);
    }

    @Test
    void a_large_event_in_a_processor_s_queue_fetches_its_payload_on_demand() throws InterruptedException {
        var token = store.createHeadToken();
        makeHeavy();
        var events = new ArrayList<TrackedEventMessage<?>>();
        try (var stream = store.openStream(token)) {
            while (events.size() < HEAVY && stream.hasNextAvailable(10, SECONDS)) {
                var event = stream.nextAvailable();
                if (event.getPayloadType() == Labelled.class
                        && ((DomainEventMessage<?>) event)
                                .getAggregateIdentifier()
                                .equals(counter.toString())) events.add(event);
            }
        }

        assertThat(events).hasSize(HEAVY).allMatch(Weighed.class::isInstance);
        for (int n = 0; n < HEAVY; n++)
            assertThat(((Labelled) events.get(n).getPayload()).text()).isEqualTo(text(n));
    }
}
