package ilgam.starter.projection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.web.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReadYourWritesTest {

    @Test
    void a_change_that_is_shown_already_needs_no_wait() {
        var asked = new AtomicInteger();
        waiting(Duration.ofSeconds(10)).await(() -> asked.incrementAndGet() > 0);

        assertThat(asked).hasValue(1);
    }

    @Test
    void a_wait_ends_with_the_batch_that_shows_the_change() throws Exception {
        var readYourWrites = waiting(Duration.ofSeconds(30));
        var shown = new CountDownLatch(1);
        var waiting = CompletableFuture.runAsync(() -> readYourWrites.await(() -> shown.getCount() == 0));

        shown.countDown();
        readYourWrites.batchProcessed();

        waiting.get(20, TimeUnit.SECONDS);
    }

    @Test
    void a_wait_ends_when_another_instance_shows_the_change() {
        var asked = new AtomicInteger();
        waiting(Duration.ofSeconds(30)).await(() -> asked.incrementAndGet() == 5);

        assertThat(asked).hasValue(5);
    }

    @Test
    void a_wait_without_success_ends_with_503() {
        var readYourWrites = waiting(Duration.ofMillis(100));
        var late = catchThrowableOfType(Refused.class, () -> readYourWrites.await(() -> false));

        assertThat(late.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(late.reason()).isEqualTo(CommonReason.PROJECTION_LATE);
    }

    private static ReadYourWrites waiting(Duration patience) {
        var beans = new StaticListableBeanFactory();
        var nothing = new SetAsideSequences(JdbcClient.create(new SingleConnectionDataSource()));
        return new ReadYourWrites(patience, () -> true, Projections.of(beans, new StandardEnvironment()), nothing);
    }
}
