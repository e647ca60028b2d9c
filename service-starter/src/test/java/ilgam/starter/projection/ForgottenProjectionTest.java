package ilgam.starter.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The database returns to an earlier state, as after a crash, while the service goes on. */
class ForgottenProjectionTest {

    private final ConfigurableApplicationContext application =
            SampleContext.start(Postgres.context("work"), "--ilgam.processors.claim-timeout=1s");
    private final Commands commands = application.getBean(Commands.class);
    private final Sums sums = application.getBean(Sums.class);
    private final JdbcClient db = application.getBean(JdbcClient.class);
    private final UUID counter = Ids.next();

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void lost_rows_are_projected_again_without_a_further_event() {
        forgetTheNewest();

        await().atMost(Duration.ofSeconds(20)).until(() -> sums.rows(counter) == 10);
    }

    @Test
    void lost_rows_are_projected_again_before_the_next_event() {
        forgetTheNewest();
        add();

        await().atMost(Duration.ofSeconds(20)).until(() -> sums.rows(counter) == 15);
        assertThat(db.sql("select count(*) from dead_letter").query(Long.class).single())
                .isZero();
    }

    /** As on an Axon Server without events. */
    @Test
    void a_segment_without_a_token_is_claimed_and_moves_on() {
        var tokens = application.getBean(TokenStore.class);
        var transactions = application.getBean(TransactionManager.class);
        transactions.executeInTransaction(() -> tokens.initializeTokenSegments("new", 1, null));

        transactions.executeInTransaction(
                () -> assertThat(tokens.fetchToken("new", 0)).isNull());
        transactions.executeInTransaction(() -> tokens.extendClaim("new", 0));
        transactions.executeInTransaction(() -> tokens.storeToken(new GlobalSequenceTrackingToken(7), "new", 0));

        transactions.executeInTransaction(
                () -> assertThat(tokens.fetchToken("new", 0)).isEqualTo(new GlobalSequenceTrackingToken(7)));
    }

    private void forgetTheNewest() {
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        add();
        await().until(() -> sums.rows(counter) == 5);
        var before = places();
        add();
        await().until(() -> sums.rows(counter) == 10);
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class)).executeWithoutResult(_ -> {
            before.forEach((segment, token) -> db.sql(
                            "update token_entry set token = ? where segment = ? and processor_name = 'sums'")
                    .params(token, segment)
                    .update());
            db.sql("delete from addition where counter = ? and sequence > 5")
                    .param(counter)
                    .update();
        });
    }

    private Map<Integer, byte[]> places() {
        var places = new HashMap<Integer, byte[]>();
        db.sql("select segment, token from token_entry where processor_name = 'sums'")
                .query(row -> {
                    places.put(row.getInt("segment"), row.getBytes("token"));
                });
        return places;
    }

    private void add() {
        commands.send(new Counter.Add(counter, 1, 5), MetaData.emptyInstance());
    }
}
