package ilgam.work.api;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import ilgam.starter.test.Strangers;

import static org.assertj.core.api.Assertions.assertThat;

@RunningWork
class StrangersTest {

    @Test
    void only_the_gateway_and_services_get_an_answer(@Autowired ApplicationContext service) {
        assertThat(Strangers.answersTo(service)).isEmpty();
    }
}
