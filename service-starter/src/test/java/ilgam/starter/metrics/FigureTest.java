package ilgam.starter.metrics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FigureTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void many_readers_cause_one_refresh_in_an_interval() {
        var figure = new Figure<>(LONG, 0, asked::incrementAndGet);
        for (int i = 0; i < 100; i++) assertThat(figure.get()).isEqualTo(1);

        var volatileFigure = new Figure<>(Duration.ZERO, 0, asked::incrementAndGet);
        assertThat(volatileFigure.get()).isEqualTo(2);
        assertThat(volatileFigure.get()).isEqualTo(3);
    }

    @Test
    void a_failed_refresh_keeps_the_last_value() {
        var figure = new Figure<>(Duration.ZERO, 7, () -> {
            if (asked.incrementAndGet() > 1) throw new IllegalStateException("away");
            return 8;
        });
        assertThat(figure.get()).isEqualTo(8);
        assertThat(figure.get()).isEqualTo(8);
        assertThat(asked).hasValue(2);
    }

    @Test
    void readers_do_not_wait_for_a_slow_refresh() {
        var answer = new CountDownLatch(1);
        var figure = new Figure<>(Duration.ZERO, 7, () -> {
            asked.incrementAndGet();
            awaitUninterruptibly(answer);
            return 8;
        });
        var began = System.nanoTime();
        for (int i = 0; i < 100; i++) assertThat(figure.get()).isEqualTo(7);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(asked).hasValue(1);

        answer.countDown();
        await().until(() -> figure.get() == 8);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
