package ilgam.starter.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Metrics;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeadLettersTest {

    private static final int POISON = 666;

    static final ConfigurableApplicationContext APPLICATION = SampleContext.start(Postgres.context("work"));

    private final Commands commands = APPLICATION.getBean(Commands.class);
    private final Sums sums = APPLICATION.getBean(Sums.class);
    private final JdbcClient db = APPLICATION.getBean(JdbcClient.class);

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    @Test
    void only_the_failing_event_of_a_batch_and_its_successors_are_set_aside() {
        var good = new ArrayList<UUID>();
        for (int i = 0; i < 40; i++) good.add(opened());
        var bad = opened();

        for (var counter : good) add(counter, 1);
        add(bad, POISON);
        add(bad, 1);
        for (var counter : good) add(counter, 1);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (var counter : good) assertThat(sums.rows(counter)).isEqualTo(2);
            assertThat(letters(bad)).isEqualTo(2);
        });
        assertThat(sums.rows(bad)).isZero();
        assertThat(db.sql(
                                "select cause_message from dead_letter where sequence_identifier = ? order by sequence_index limit 1")
                        .param(bad.toString())
                        .query(String.class)
                        .single())
                .contains("addition_amount_check");
    }

    @Test
    void lag_and_dead_letters_have_metrics() {
        var counter = opened();
        add(counter, POISON);
        await().atMost(Duration.ofSeconds(30)).until(() -> letters(counter) == 1);

        await().untilAsserted(() -> {
            var metrics = Metrics.of(APPLICATION);
            assertThat(metrics.value("ilgam_dead_letters", "projection", "sums"))
                    .isPositive();
            assertThat(metrics.value("ilgam_processor_lag_events", "processor", "sums"))
                    .isZero();
        });
    }

    @Test
    void a_letter_whose_cause_was_repaired_is_handled_at_its_retry() {
        var counter = opened();
        add(counter, POISON);
        add(counter, 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> letters(counter) == 2);

        assertThat(retry(counter)).isFalse();
        assertThat(letters(counter)).isEqualTo(2);

        db.sql("alter table addition drop constraint addition_amount_check").update();
        try {
            assertThat(retry(counter)).isTrue();
        } finally {
            db.sql("delete from addition where amount = 666").update();
            db.sql("alter table addition add constraint addition_amount_check check (amount <> 666)")
                    .update();
        }
        assertThat(letters(counter)).isZero();
        assertThat(sums.rows(counter)).isEqualTo(1);

        add(counter, 1);
        await().until(() -> sums.rows(counter) == 2);
    }

    /** Another instance may have set events aside while it had the segment. */
    @Test
    void a_segment_that_comes_back_knows_new_dead_letters() {
        var counter = opened();
        add(counter, POISON);
        await().atMost(Duration.ofSeconds(30)).until(() -> letters(counter) == 1);
        var others = opened();
        db.sql("update dead_letter set sequence_identifier = ?, aggregate_identifier = ? where sequence_identifier = ?")
                .params(others.toString(), others.toString(), counter.toString())
                .update();

        giveUpSegments();
        add(others, 1);

        await().atMost(Duration.ofSeconds(30)).until(() -> letters(others) == 2);
        assertThat(sums.rows(others)).isZero();
    }

    private void giveUpSegments() {
        var processor = APPLICATION
                .getBean(EventProcessingConfiguration.class)
                .eventProcessor("sums", StreamingEventProcessor.class)
                .orElseThrow();
        processor.processingStatus().keySet().forEach(processor::releaseSegment);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> processor.processingStatus().isEmpty());
    }

    private boolean retry(UUID counter) {
        return APPLICATION
                .getBean(EventProcessingConfiguration.class)
                .sequencedDeadLetterProcessor("sums")
                .orElseThrow()
                .process(letter -> letter.message().getPayload() instanceof Counter.Added added
                        && added.counter().equals(counter));
    }

    private long letters(UUID counter) {
        return db.sql("select count(*) from dead_letter where sequence_identifier = ?")
                .param(counter.toString())
                .query(Long.class)
                .single();
    }

    private UUID opened() {
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        return counter;
    }

    private void add(UUID counter, int amount) {
        commands.send(new Counter.Add(counter, amount, 1), MetaData.emptyInstance());
    }
}
