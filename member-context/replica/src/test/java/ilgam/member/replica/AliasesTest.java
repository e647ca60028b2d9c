package ilgam.member.replica;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AliasesTest {

    private static final UUID KIM = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    private static final UUID TAEHYUN = UUID.fromString("0197a000-0000-7000-8000-000000000002");
    private static final UUID ADA = UUID.fromString("0197a000-0000-7000-8000-000000000003");

    private final DataSource database = Postgres.context("work").migrated().dataSource();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Aliases aliases = new Aliases(JdbcClient.create(database));

    @Test
    void a_person_has_the_id_of_the_member_they_were_finally_merged_into() {
        assertThat(aliases.merge("items", KIM, TAEHYUN)).isEqualTo(TAEHYUN);
        assertThat(aliases.merge("items", TAEHYUN, ADA)).isEqualTo(ADA);

        assertThat(aliases.known("items").into()).isEqualTo(Map.of(KIM, ADA, TAEHYUN, ADA));
        assertThat(aliases.known("items").of(KIM)).isEqualTo(ADA);
        assertThat(aliases.known("items").of(ADA)).isEqualTo(ADA);
        assertThat(aliases.finalIdOf("items", KIM)).isEqualTo(ADA);
    }

    @Test
    void a_person_merged_into_one_who_was_merged_before_has_the_final_id() {
        aliases.merge("items", TAEHYUN, ADA);

        assertThat(aliases.merge("items", KIM, TAEHYUN)).isEqualTo(ADA);
    }

    @Test
    void ids_inside_a_text_are_replaced() {
        aliases.merge("items", KIM, ADA);

        assertThat(aliases.known("items").in("{\"assignee\":\"" + KIM + "\"}"))
                .isEqualTo("{\"assignee\":\"" + ADA + "\"}");
    }

    @Test
    void each_reader_has_its_own_mergers() {
        aliases.merge("items", KIM, ADA);
        aliases.merge("projects", KIM, TAEHYUN);

        aliases.reset("items");

        assertThat(aliases.known("items").into()).isEmpty();
        assertThat(aliases.finalIdOf("projects", KIM)).isEqualTo(TAEHYUN);
    }

    @Test
    void a_merger_waits_for_rows_that_are_being_written() throws Exception {
        var reading = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        var writer = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(_ -> {
            aliases.known("items");
            reading.countDown();
            await(written);
        }));
        await(reading);
        var merger =
                CompletableFuture.supplyAsync(() -> transactions.execute(_ -> aliases.merge("items", KIM, TAEHYUN)));

        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> merger.get(400, TimeUnit.MILLISECONDS));
        written.countDown();
        writer.get(10, TimeUnit.SECONDS);
        assertThat(merger.get(10, TimeUnit.SECONDS)).isEqualTo(TAEHYUN);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
