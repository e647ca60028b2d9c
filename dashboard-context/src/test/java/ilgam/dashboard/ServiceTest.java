package ilgam.dashboard;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import ilgam.starter.test.Metrics;
import ilgam.starter.test.Postgres;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServiceTest {

    private static final Postgres.Context DATABASES = Postgres.context("dashboard");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASES.register(registry);
    }

    @Test
    void there_are_never_more_than_2500_series(@Autowired ApplicationContext service) {
        assertThat(Metrics.of(service).worstCase(service)).isLessThanOrEqualTo(2_500);
    }

    @Test
    void only_figures_plan_each_query_anew_and_they_cannot_write(
            @Autowired JdbcClient projections, @Autowired @Qualifier("figures") JdbcClient figures) {
        assertThat(setting(projections, "plan_cache_mode")).isEqualTo("auto");
        assertThat(setting(projections, "default_transaction_read_only")).isEqualTo("off");
        assertThat(setting(figures, "plan_cache_mode")).isEqualTo("force_custom_plan");
        assertThat(setting(figures, "default_transaction_read_only")).isEqualTo("on");
    }

    private static String setting(JdbcClient database, String name) {
        return database.sql("show " + name).query(String.class).single();
    }
}
