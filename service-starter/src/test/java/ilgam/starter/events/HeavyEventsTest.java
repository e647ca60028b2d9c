package ilgam.starter.events;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Weighed;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.Counter.Labelled;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** Events of any size are read with bounded memory, however many there are. */
class HeavyEventsTest {

    private static final int COUNT = 30;
    private static final int LETTERS = 200_000;
    private static final int MOST_BYTES = EventTable.MOST_BYTES + 3 * 3 * LETTERS;

    static final Postgres.Context DATABASES = Postgres.context("work");
    static final ConfigurableApplicationContext APPLICATION = SampleContext.start(DATABASES);

    private final Commands commands = APPLICATION.getBean(Commands.class);
    private final PostgresEvents store = APPLICATION.getBean(PostgresEvents.class);
    private final UUID counter = labelled();

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    private UUID labelled() {
        var id = Ids.next();
        commands.send(new Counter.Open(id), MetaData.emptyInstance());
        for (int n = 0; n < COUNT; n++)
            commands.send(new Counter.Change(id, List.of(new Counter.Step.Label(text(n)))), MetaData.emptyInstance());
        return id;
    }

    private static String text(int n) {
        return Integer.toString(n).concat("가".repeat(LETTERS));
    }

    @Test
    void reads_of_an_aggregate_are_bounded_in_bytes() {
        var first = store.fetchDomainEvents(counter.toString(), 0, 500);
        assertThat(first).hasSizeBetween(2, COUNT - 1);
        assertThat(bytes(first)).isLessThan(MOST_BYTES);
        assertThat(store.readEvents(counter.toString(), 0).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, COUNT).mapToObj(Long::valueOf).toList());
        assertThat(commands.<Long>send(new Counter.Increment(counter), MetaData.emptyInstance()))
                .isEqualTo(COUNT + 1);
    }

    @Test
    void reads_of_all_events_are_bounded_in_bytes() {
        var first = store.fetchTrackedEvents(store.createTailToken(), 500);
        assertThat(first).hasSizeGreaterThan(1);
        assertThat(bytes(first)).isLessThan(MOST_BYTES);
    }

    @Test
    void a_large_event_in_a_processor_s_queue_fetches_its_payload_on_demand() {
        var events = store.readEvents(store.createTailToken(), false)
                .filter(event -> event instanceof DomainEventMessage<?> it
                        && it.getAggregateIdentifier().equals(counter.toString())
                        && it.getPayloadType() == Labelled.class)
                .toList();
        assertThat(events).hasSize(COUNT).allMatch(Weighed.class::isInstance);
        for (int round = 0; round < 2; round++)
            for (int n = 0; n < COUNT; n++)
                assertThat(((Labelled) events.get(n).getPayload()).text()).isEqualTo(text(n));
        var labelled = events.getFirst().withMetaData(MetaData.with("key", "value"));
        assertThat(labelled).isInstanceOf(Weighed.class);
        assertThat(labelled.getMetaData()).isEqualTo(MetaData.with("key", "value"));
        assertThat(((Labelled) labelled.getPayload()).text()).isEqualTo(text(0));
    }

    private static int bytes(List<? extends EventData<?>> events) {
        return events.stream()
                .mapToInt(event -> ((byte[]) event.getPayload().getData()).length)
                .sum();
    }
}
