package ilgam.starter.sample;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import ilgam.starter.forms.FormChange;
import ilgam.starter.security.PublicPaths;
import ilgam.starter.test.Postgres;
import ilgam.starter.web.IdempotencyExempt;

@SpringBootApplication
public class SampleContext {

    public static ConfigurableApplicationContext start(Postgres.Context databases, String... arguments) {
        return start(databases, Clock.systemUTC(), arguments);
    }

    /** Starts a context with this clock. */
    public static ConfigurableApplicationContext start(Postgres.Context databases, Clock clock, String... arguments) {
        var application = new SpringApplicationBuilder(SampleContext.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
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
    FormChange namedInsteadOfTexted() {
        return new FormChange(Counter.Renamed.class.getName(), null, "1", event -> {
            event.set("name", event.remove("text"));
            return event.put("mood", "CALM");
        });
    }

    @Bean
    IdempotencyExempt idempotencyExempt() {
        return IdempotencyExempt.of("POST /api/exempt");
    }
}
