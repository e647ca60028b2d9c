package ilgam.starter.projection;

import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.sample.SampleContext;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

/** On databases that wait for the disk, only projections do not. */
class ProcessorTransactionsTest {

    static final ConfigurableApplicationContext APPLICATION = SampleContext.start(waiting(Postgres.context("work")));

    private final JdbcClient db = APPLICATION.getBean(JdbcClient.class);

    private static Postgres.Context waiting(Postgres.Context databases) {
        JdbcClient.create(databases.asSuperuser())
                .sql("alter database %s set synchronous_commit = on".formatted(databases.database()))
                .update();
        return databases;
    }

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    @Test
    void a_processor_commits_without_waiting_for_the_disk() {
        APPLICATION
                .getBean(TransactionManager.class)
                .executeInTransaction(() -> assertThat(waitsForDisk()).isEqualTo("off"));
    }

    @Test
    void every_other_transaction_waits_for_it_on_whatever_connection() {
        var processors = APPLICATION.getBean(TransactionManager.class);
        var others = new TransactionTemplate(APPLICATION.getBean(PlatformTransactionManager.class));
        for (int n = 0; n < 10; n++) {
            processors.executeInTransaction(this::waitsForDisk);
            assertThat(waitsForDisk()).isEqualTo("on");
            others.executeWithoutResult(_ -> assertThat(waitsForDisk()).isEqualTo("on"));
        }
    }

    private String waitsForDisk() {
        return db.sql("show synchronous_commit").query(String.class).single();
    }
}
