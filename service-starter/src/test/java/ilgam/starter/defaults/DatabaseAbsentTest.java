package ilgam.starter.defaults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import ilgam.starter.sample.SampleContext;
import ilgam.starter.test.FaultProxy;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseAbsentTest {

    @Test
    void a_service_waits_for_a_database_that_is_not_up_yet(CapturedOutput output) {
        var databases = Postgres.context("work");
        try (var proxy = new FaultProxy(databases.port())) {
            var url = "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + databases.database();
            var starting = CompletableFuture.supplyAsync(
                    () -> SampleContext.start(databases, "--spring.datasource.url=" + url));
            await().atMost(Duration.ofSeconds(60)).until(() -> output.getAll().contains("Retrying in"));
            assertThat(starting).isNotDone();

            proxy.mend();
            try (var application = starting.join()) {
                assertThat(application.isRunning()).isTrue();
            }
        }
    }
}
