package ilgam.starter.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import ilgam.starter.security.PublicPaths;
import ilgam.starter.test.Postgres;
import ilgam.starter.web.IdempotencyExempt;

@SpringBootApplication
public class SampleContext {

    public static ConfigurableApplicationContext start(Postgres.Context databases, String... arguments) {
        var application = new SpringApplicationBuilder(SampleContext.class)
                .properties("spring.application.name=sample-context")
                .properties(databases.settings());
        return application.run(arguments);
    }

    static void main(String[] arguments) {
        SpringApplication.run(SampleContext.class, arguments);
    }

    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("GET /api/public", "POST /api/public");
    }

    @Bean
    IdempotencyExempt idempotencyExempt() {
        return IdempotencyExempt.of("POST /api/exempt");
    }
}
