package ilgam.starter.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/** Appends that are held open, rolled back, or made by a process that was paused: no processor may miss one. */
class GapSafetyTest {

    static final Postgres.Context DATABASES = Postgres.context("work");
    static final ConfigurableApplicationContext APPLICATION = SampleContext.start(DATABASES);

    private final Commands commands = APPLICATION.getBean(Commands.class);
    private final Sums sums = APPLICATION.getBean(Sums.class);

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    @Test
    void an_append_held_open_while_others_commit_is_not_missed() throws Exception {
        var late = Ids.next();
        var others = opened();
        try (var writer = DATABASES.eventStore().getConnection()) {
            writer.setAutoCommit(false);
            append(writer, late, 0, "now()");
            for (int round = 0; round < 30; round++) {
                add(others, 20);
                Thread.sleep(100);
            }
            await().until(() -> sums.rows(others) == 600);
            assertThat(sums.rows(late)).isZero();
            writer.commit();
        }
        await().until(() -> sums.rows(late) == 1);
        assertThat(sums.rows(others)).isEqualTo(600);
    }

    /** A writer that was paused between creating an event and appending it gives a new event an old timestamp. */
    @Test
    void an_append_is_not_missed_although_a_later_event_has_an_old_timestamp() throws Exception {
        var late = Ids.next();
        var sleeper = Ids.next();
        try (var writer = DATABASES.eventStore().getConnection();
                var paused = DATABASES.eventStore().getConnection()) {
            writer.setAutoCommit(false);
            append(writer, late, 0, "now()");
            append(paused, sleeper, 0, "now() - interval '2 hours'");
            await().until(() -> sums.rows(sleeper) == 1);
            writer.commit();
        }
        await().until(() -> sums.rows(late) == 1);
    }

    @Test
    void rolled_back_appends_delay_nothing() throws Exception {
        var counter = opened();
        var held = new ArrayList<UUID>();
        for (int round = 0; round < 20; round++) {
            try (var writer = DATABASES.eventStore().getConnection()) {
                writer.setAutoCommit(false);
                for (int i = 0; i < 50; i++) append(writer, Ids.next(), 0, "now()");
                add(counter, 5);
                if (round % 5 == 0) {
                    var one = Ids.next();
                    append(writer, one, 0, "now()");
                    held.add(one);
                    writer.commit();
                } else {
                    writer.rollback();
                }
            }
        }
        await().until(() -> sums.rows(counter) == 100);
        await().until(() -> held.stream().allMatch(each -> sums.rows(each) == 1));
    }

    @Test
    void gaps_of_rolled_back_appends_are_forgotten_soon() throws Exception {
        var engine = APPLICATION.getBean(PostgresEvents.class);
        try (var writer = DATABASES.eventStore().getConnection()) {
            writer.setAutoCommit(false);
            for (int i = 0; i < 200; i++) append(writer, Ids.next(), 0, "now()");
            var counter = opened();
            writer.rollback();
            add(counter, 1);
        }
        var token = (GapAwareTrackingToken) engine.createHeadToken();
        assertThat(token.getGaps()).hasSizeGreaterThanOrEqualTo(200);

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    add(opened(), 1);
                    var last = engine.readEvents(token, false).limit(4).toList().getLast();
                    return !((GapAwareTrackingToken) last.trackingToken()).hasGaps();
                });
    }

    @Test
    void the_server_rolls_back_an_append_that_takes_longer_than_ten_seconds() throws SQLException {
        try (var writer = DATABASES.eventStore().getConnection();
                var statement = writer.createStatement();
                var answer = statement.executeQuery("show transaction_timeout")) {
            answer.next();
            assertThat(answer.getString(1)).isEqualTo("10s");
        }
    }

    @Test
    void the_role_of_a_service_cannot_change_or_delete_an_event() throws SQLException {
        try (var writer = DATABASES.eventStore().getConnection()) {
            for (var sql : new String[] {
                "delete from domain_event",
                "update domain_event set payload = ''",
                "truncate domain_event",
                "alter table domain_event add column more int",
                "create table mine (id int)"
            })
                assertThat(catchThrowable(() -> writer.createStatement().execute(sql)))
                        .as(sql)
                        .isInstanceOf(SQLException.class);
        }
        var dashboard = DATABASES.neighbour("dashboard");
        try (var reader = dashboard.eventStore().getConnection()) {
            reader.createStatement().executeQuery("select count(*) from domain_event");
            assertThat(catchThrowable(() -> append(reader, Ids.next(), 0, "now()")))
                    .isInstanceOf(SQLException.class);
        }
    }

    private UUID opened() {
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        return counter;
    }

    private void add(UUID counter, int events) {
        commands.send(new Counter.Add(counter, 1, events), MetaData.emptyInstance());
    }

    private static void append(Connection connection, UUID counter, long sequence, String time) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                                          payload_type, payload, meta_data)
                values (?, ?, ?, 'Counter', to_char((%s) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ?,
                        convert_to(?, 'UTF8'), convert_to('{}', 'UTF8'))""".formatted(time))) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, counter.toString());
            statement.setLong(3, sequence);
            statement.setString(4, Counter.Added.class.getName());
            statement.setString(5, "{\"counter\":\"" + counter + "\",\"amount\":1}");
            statement.executeUpdate();
        }
    }
}
