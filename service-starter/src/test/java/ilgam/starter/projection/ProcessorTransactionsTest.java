package ilgam.starter.projection;

import java.time.Duration;
import java.util.UUID;

import org.awaitility.core.ConditionFactory;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Client;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.test.Postgres;
import ilgam.starter.test.Tokens;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** In a database with synchronous commit and a statement time-out, event processors use neither. */
class ProcessorTransactionsTest {

    static final ConfigurableApplicationContext APPLICATION = SampleContext.start(waiting(Postgres.context("work")));

    private final JdbcClient db = APPLICATION.getBean(JdbcClient.class);

    private static Postgres.Context waiting(Postgres.Context databases) {
        JdbcClient.create(databases.asSuperuser())
                .sql("alter database %s set synchronous_commit = on".formatted(databases.database()))
                .update();
        return databases;
    }

    /** Each row records how it was committed; with a statement time-out, the trigger refuses rows and statistics. */
    @BeforeAll
    static void recordInRows() {
        var db = APPLICATION.getBean(JdbcClient.class);
        db.sql("alter table tally add column waits text default current_setting('synchronous_commit')")
                .update();
        db.sql("""
                create function of_no_limit(number bigint) returns bigint immutable language plpgsql as $$ begin
                  if current_setting('statement_timeout') <> '0' then raise exception 'limited'; end if;
                  return number;
                end $$""").update();
        db.sql("create index on tally (of_no_limit(events))").update();
    }

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    @Test
    void every_reader_of_events_commits_asynchronously_without_time_out() {
        var byItsProcessor = counted();
        soon().untilAsserted(() -> assertThat(waitsForDisk(byItsProcessor)).isEqualTo("off"));

        ask("PUT", "pause");
        var afterAPause = counted();
        ask("DELETE", "pause");
        soon().untilAsserted(() -> assertThat(waitsForDisk(afterAPause)).isEqualTo("off"));
        soon().until(this::isRunning);

        db.sql("delete from tally where counter = ?").param(byItsProcessor).update();
        ask("POST", "rebuild");
        soon().until(this::isRunning);
        assertThat(waitsForDisk(byItsProcessor)).isEqualTo("off");
        assertThat(waitsForDisk(afterAPause)).isEqualTo("off");
    }

    @Test
    void every_other_transaction_commits_synchronously_and_has_a_time_out() {
        var others = new TransactionTemplate(APPLICATION.getBean(PlatformTransactionManager.class));
        for (int n = 0; n < 10; n++) {
            counted();
            assertThat(setting("synchronous_commit")).isEqualTo("on");
            assertThat(setting("statement_timeout")).isEqualTo("30s");
            others.executeWithoutResult(
                    _ -> assertThat(setting("synchronous_commit")).isEqualTo("on"));
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private static UUID counted() {
        var counter = Ids.next();
        var commands = APPLICATION.getBean(Commands.class);
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        commands.send(new Counter.Add(counter, 1, 1), MetaData.emptyInstance());
        return counter;
    }

    private String waitsForDisk(UUID counter) {
        return db.sql("select waits from tally where counter = ? and events = 1")
                .param(counter)
                .query(String.class)
                .optional()
                .orElse("no row");
    }

    private String setting(String name) {
        return db.sql("show " + name).query(String.class).single();
    }

    private boolean isRunning() {
        return db.sql("select not exists (select from projection_state)")
                .query(Boolean.class)
                .single();
    }

    private static void ask(String method, String what) {
        var port = APPLICATION.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var answer = new Client(port, Tokens.of(Client.ADA, "ADMIN"))
                .send(method, "/api/projections/sample/tallies/" + what, noBody());
        assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
    }
}
