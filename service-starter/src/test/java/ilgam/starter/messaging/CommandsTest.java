package ilgam.starter.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.security.Caller;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CommandsTest {

    static final Postgres.Context DATABASES = Postgres.context("work");
    static final ConfigurableApplicationContext ONE = SampleContext.start(DATABASES);
    static final ConfigurableApplicationContext TWO = SampleContext.start(DATABASES);

    private final Caller ada = new Caller(Client.ADA, "MEMBER", Set.of("write"), Set.of(), Set.of(), "web");
    private final Commands commands = ONE.getBean(Commands.class);

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
    }

    @Test
    void every_event_has_actor_time_source_and_request() {
        var counter = Ids.next();
        MDC.put(Metadata.REQUEST_ID, "request-1");
        try {
            commands.send(new Counter.Open(counter), ada);
            int answer = commands.<Integer>send(new Counter.Add(counter, 3, 2), ada);
            assertThat(answer).isEqualTo(3);
        } finally {
            MDC.remove(Metadata.REQUEST_ID);
        }

        var events = events(counter);
        assertThat(events).hasSize(3);
        for (int i = 0; i < 3; i++) {
            var recorded = Recorded.of(events.get(i));
            assertThat(recorded.actor()).isEqualTo(Client.ADA);
            assertThat(recorded.source()).isEqualTo("web");
            assertThat(recorded.requestId()).isEqualTo("request-1");
            assertThat(recorded.aggregateId()).isEqualTo(counter.toString());
            assertThat(recorded.sequence()).isEqualTo(i);
            assertThat(recorded.occurredAt()).isBetween(Instant.now().minusSeconds(20), Instant.now());
            assertThat(recorded.occurredAt()).isEqualTo(recorded.occurredAt().truncatedTo(ChronoUnit.MICROS));
        }
    }

    @Test
    void explicit_metadata_has_precedence() {
        var counter = Ids.next();
        var then = "2013-05-06T07:08:09Z";
        commands.send(
                new Counter.Open(counter),
                MetaData.with(Metadata.OCCURRED_AT, then).and(Metadata.SOURCE, "import:1"));

        var recorded = Recorded.of(events(counter).getFirst());
        assertThat(recorded.occurredAt()).isEqualTo(Instant.parse(then));
        assertThat(recorded.source()).isEqualTo("import:1");
        assertThat(recorded.actor()).isNull();
        assertThat(recorded.recordedAt()).isAfter(Instant.now().minusSeconds(20));
    }

    @Test
    void a_change_after_the_clock_went_back_is_dated_no_earlier_than_the_last_one() {
        var counter = Ids.next();
        var noon = "2030-01-01T12:00:00Z";
        commands.send(new Counter.Open(counter), MetaData.with(Metadata.OCCURRED_AT, noon));
        commands.send(new Counter.Add(counter, 1, 2), MetaData.with(Metadata.OCCURRED_AT, "2030-01-01T11:59:58Z"));
        commands.send(new Counter.Add(counter, 1, 1), MetaData.with(Metadata.OCCURRED_AT, "2030-01-01T12:00:01Z"));

        assertThat(events(counter))
                .extracting(event -> Recorded.of(event).occurredAt().toString())
                .containsExactly(noon, noon, noon, "2030-01-01T12:00:01Z");
    }

    @Test
    void a_refusal_has_its_details_and_is_not_retried() {
        var counter = opened();
        var refusal = catchThrowableOfType(
                CommandExecutionException.class, () -> commands.send(new Counter.Add(counter, -1, 1), ada));

        assertThat(refusal.getDetails()).contains(Counter.Refusal.NEGATIVE);
        assertThat(refusal).hasMessage("A counter only goes up.");
    }

    @Test
    void a_message_may_hold_a_value_of_a_sealed_type() {
        var counter = opened();
        commands.send(new Counter.Change(counter, List.of(new Counter.Step.Up(1), new Counter.Step.Label("x"))), ada);

        assertThat(events(counter).getLast().getPayload())
                .isEqualTo(new Counter.Labelled(counter, "x", new Counter.Step.Label("x")));
    }

    @Test
    void an_aggregate_that_exists_already_is_recognised() {
        var counter = opened();

        assertThat(catchThrowable(() -> commands.send(new Counter.Open(counter), ada)))
                .isInstanceOf(AlreadyExists.class);
        assertThat(events(counter)).hasSize(1);
    }

    @Test
    void concurrent_changes_by_two_instances_lose_nothing() throws Exception {
        var counter = opened();
        var failures = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var instance : List.of(ONE, TWO))
                IntStream.range(0, 60)
                        .forEach(_ -> threads.execute(() -> {
                            try {
                                instance.getBean(Commands.class).send(new Counter.Add(counter, 1, 2), ada);
                            } catch (RuntimeException e) {
                                failures.incrementAndGet();
                            }
                        }));
        }
        assertThat(failures).hasValue(0);
        assertThat(events(counter)).hasSize(1 + 2 * 120);
    }

    private UUID opened() {
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), ada);
        return counter;
    }

    private static List<? extends DomainEventMessage<?>> events(UUID counter) {
        return ONE.getBean(EventStore.class)
                .readEvents(counter.toString(), 0)
                .asStream()
                .toList();
    }
}
