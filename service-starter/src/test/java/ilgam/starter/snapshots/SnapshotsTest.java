package ilgam.starter.snapshots;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.Metadata;
import ilgam.starter.messaging.PastEvents;
import ilgam.starter.messaging.Recorded;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** However long its history, an aggregate is loaded from few events. */
class SnapshotsTest {

    private static final int MANY = 10_000;

    static final Postgres.Context DATABASES = Postgres.context("work");
    static final ConfigurableApplicationContext APPLICATION = SampleContext.start(DATABASES);

    private final Commands commands = APPLICATION.getBean(Commands.class);
    private final EventStore store = APPLICATION.getBean(EventStore.class);
    private final JdbcClient db = APPLICATION.getBean(JdbcClient.class);
    private final UUID counter = Ids.next();

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    private void send(Object command) {
        commands.send(command, MetaData.emptyInstance());
    }

    private void open(int events) {
        send(new Counter.Open(counter));
        send(new Counter.Add(counter, 1, events));
    }

    private long read() {
        return store.readEvents(counter.toString()).asStream().count();
    }

    private void awaitSnapshot() {
        send(new Counter.Ask(counter));
        await().until(() -> read() == 1);
    }

    private int sum() {
        return commands.<Integer>send(new Counter.Ask(counter), MetaData.emptyInstance());
    }

    @Test
    void an_aggregate_of_ten_thousand_events_is_loaded_from_its_snapshot_and_the_events_after_it() {
        open(MANY);
        awaitSnapshot();
        send(new Counter.Add(counter, 1, 3));

        assertThat(read()).isEqualTo(1 + 3);
        assertThat(sum()).isEqualTo(MANY + 3);
        assertThat(commands.<Long>send(new Counter.Increment(counter), MetaData.emptyInstance()))
                .isEqualTo(MANY + 4);
        assertThat(PastEvents.of(store, counter)).hasSize(MANY + 5);
    }

    @Test
    void a_few_large_events_suffice_for_a_snapshot() {
        send(new Counter.Open(counter));
        var heavy = new Counter.Step.Label("가".repeat(100_000));
        for (int n = 0; n < 3; n++) send(new Counter.Change(counter, List.of(heavy)));

        awaitSnapshot();
    }

    @Test
    void a_snapshot_that_is_too_large_is_not_stored() {
        send(new Counter.Open(counter));
        send(new Counter.Change(counter, List.of(new Counter.Step.Label("a".repeat(5_000_000)))));
        send(new Counter.Ask(counter));

        var next = Ids.next();
        send(new Counter.Open(next));
        send(new Counter.Add(next, 1, 150));
        send(new Counter.Ask(next));
        await().until(() -> store.readEvents(next.toString()).asStream().count() == 1);
        assertThat(snapshots()).isZero();
        assertThat(sum()).isZero();
    }

    @Test
    void a_short_aggregate_has_no_snapshot() {
        open(50);
        sum();

        assertThat(snapshots()).isZero();
    }

    @Test
    void a_later_snapshot_replaces_the_earlier_one() {
        open(150);
        awaitSnapshot();
        send(new Counter.Add(counter, 1, 150));
        awaitSnapshot();

        assertThat(snapshots()).isEqualTo(1);
        assertThat(sum()).isEqualTo(300);
    }

    @Test
    void a_change_after_a_snapshot_is_dated_no_earlier_than_one_before_it() {
        var later = Instant.parse("2999-01-01T00:00:00Z");
        send(new Counter.Open(counter));
        commands.send(new Counter.Add(counter, 1, 1), MetaData.with(Metadata.OCCURRED_AT, later.toString()));
        commands.send(new Counter.Add(counter, 1, 150), MetaData.with(Metadata.OCCURRED_AT, later.toString()));
        awaitSnapshot();
        send(new Counter.Increment(counter));

        assertThat(store.readEvents(counter.toString()).asStream().toList())
                .last()
                .satisfies(event -> assertThat(Recorded.of(event).occurredAt()).isEqualTo(later));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = '{'",
                "state = ''",
                "state = '{\"counter\": \"00000000-0000-0000-0000-000000000001\", \"added\": 5, \"label\": \"\", \"more\": 1}'",
                "state = '{\"counter\": \"00000000-0000-0000-0000-000000000001\"}'",
                "state = '{\"counter\": 1, \"added\": 5, \"label\": \"\"}'",
                "form = 'ilgam.starter.sample.Counter$Kept:0'",
                "form = 'ilgam.starter.sample.Counter$Kept:2'",
                "form = 'ilgam.starter.sample.Gone:1'",
                "form = 'java.lang.String:1'",
                "form = 'none'",
                "event_id = 'of a store that was restored'",
                "sequence_number = 1000",
            })
    void a_snapshot_of_another_revision_or_of_lost_events_is_ignored(String change) {
        open(150);
        awaitSnapshot();
        db.sql("update aggregate_snapshot set " + change + " where aggregate_id = ?")
                .param(counter.toString())
                .update();

        assertThat(read()).isEqualTo(151);
        assertThat(sum()).isEqualTo(150);
        await().until(() -> read() == 1);
    }

    @Test
    void commands_work_without_the_snapshot_table() {
        open(150);
        db.sql("alter table aggregate_snapshot rename to gone").update();
        try {
            assertThat(sum()).isEqualTo(150);
        } finally {
            db.sql("alter table gone rename to aggregate_snapshot").update();
        }
    }

    @Test
    void another_process_uses_the_stored_snapshots() {
        open(150);
        awaitSnapshot();
        try (var other = SampleContext.start(DATABASES)) {
            assertThat(other.getBean(EventStore.class)
                            .readEvents(counter.toString())
                            .asStream())
                    .hasSize(1);
        }
    }

    private int snapshots() {
        return db.sql("select count(*) from aggregate_snapshot where aggregate_id = ?")
                .param(counter.toString())
                .query(Integer.class)
                .single();
    }
}
