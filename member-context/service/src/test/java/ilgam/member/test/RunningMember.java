package ilgam.member.test;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

import ilgam.starter.test.AnsweredRefusals;
import ilgam.starter.test.DocumentedRefusals;
import ilgam.starter.test.PoisonEvents;
import ilgam.starter.test.Postgres;

/** The whole member context on a real PostgreSQL, started once for all tests that can share a company. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({PoisonEvents.class, AnsweredRefusals.class})
@ExtendWith(DocumentedRefusals.class)
@ContextConfiguration(initializers = RunningMember.Databases.class)
public @interface RunningMember {

    /** The databases of the shared service. */
    class Databases implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        public static final Postgres.Context SHARED = Postgres.context("member");

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(SecondInstance.SHARED_SETTINGS, SHARED.settings()));
        }
    }
}
