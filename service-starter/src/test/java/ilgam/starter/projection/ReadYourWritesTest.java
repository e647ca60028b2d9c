package ilgam.starter.projection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReadYourWritesTest {

    @Test
    void what_is_shown_already_needs_no_waiting() {
        var asked = new AtomicInteger();
        waiting(Duration.ofSeconds(10)).await(() -> asked.incrementAndGet() > 0);

        assertThat(asked).hasValue(1);
    }

    @Test
    void it_returns_once_a_batch_has_made_it_visible() throws Exception {
        var readYourWrites = waiting(Duration.ofSeconds(30));
        var shown = new CountDownLatch(1);
        var waiting = CompletableFuture.runAsync(() -> readYourWrites.await(() -> shown.getCount() == 0));

        shown.countDown();
        readYourWrites.batchProcessed();

        waiting.get(20, TimeUnit.SECONDS);
    }

    @Test
    void it_asks_again_without_a_batch_for_what_another_instance_shows() {
        var asked = new AtomicInteger();
        waiting(Duration.ofSeconds(30)).await(() -> asked.incrementAndGet() == 5);

        assertThat(asked).hasValue(5);
    }

    @Test
    void patience_ends_with_a_503() {
        var readYourWrites = waiting(Duration.ofMillis(100));
        var late = catchThrowableOfType(Refused.class, () -> readYourWrites.await(() -> false));

        assertThat(late.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(late.reason()).isEqualTo(CommonReason.PROJECTION_LATE);
    }

    private static ReadYourWrites waiting(Duration patience) {
        var beans = new StaticListableBeanFactory();
        var nothing = new SetAsideSequences(JdbcClient.create(new SingleConnectionDataSource()));
        return new ReadYourWrites(patience, () -> true, Projections.of(beans), nothing);
    }
}
