package ilgam.starter.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WakeUpTest {

    /** Processors poll only every minute here, so that only a notification brings the events in time. */
    @Test
    void an_append_wakes_another_service() {
        var databases = Postgres.context("work");
        try (var writer = SampleContext.start(databases);
                var reader = SampleContext.start(databases.neighbour("member"), "--ilgam.event-store.poll=60s")) {
            var commands = writer.getBean(Commands.class);
            var warmUp = counted(commands);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> reader.getBean(Sums.class).rows(warmUp) == 3);

            var lags = new ArrayList<Duration>();
            for (int round = 0; round < 15; round++) {
                var counter = counted(commands);
                var asked = System.nanoTime();
                await().pollInterval(Duration.ofMillis(2))
                        .until(() -> reader.getBean(Sums.class).rows(counter) == 3);
                lags.add(Duration.ofNanos(System.nanoTime() - asked));
            }
            lags.sort(null);
            assertThat(lags.get(7)).isLessThan(Duration.ofMillis(500));
        }
    }

    private static UUID counted(Commands commands) {
        var counter = Ids.next();
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        commands.send(new Counter.Add(counter, 1, 3), MetaData.emptyInstance());
        return counter;
    }
}
