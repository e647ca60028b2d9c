package ilgam.starter;

import java.util.UUID;

import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

import ilgam.starter.ids.Ids;
import ilgam.starter.messaging.Commands;
import ilgam.starter.sample.Counter;
import ilgam.starter.sample.SampleContext;
import ilgam.starter.sample.Sums;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StarterTest {

    static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = SampleContext.start(Postgres.context("work"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_a_command_appends_reaches_the_projection() {
        UUID counter = Ids.next();
        var commands = application.getBean(Commands.class);
        commands.send(new Counter.Open(counter), MetaData.emptyInstance());
        commands.send(new Counter.Add(counter, 1, 10), MetaData.emptyInstance());

        var sums = application.getBean(Sums.class);
        await().untilAsserted(() -> assertThat(sums.rows(counter)).isEqualTo(10));
    }
}
