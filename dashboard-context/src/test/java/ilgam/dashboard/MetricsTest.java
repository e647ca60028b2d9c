package ilgam.dashboard;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.starter.test.Metrics;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MetricsTest {

    private static final Postgres.Context DATABASES = Postgres.context("dashboard");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    @Test
    void there_are_never_more_than_2500_series(@Autowired ApplicationContext service) {
        assertThat(Metrics.of(service).worstCase(service)).isLessThanOrEqualTo(2_500);
    }
}
