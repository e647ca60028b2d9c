package ilgam.dashboard;

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

/** The whole dashboard context on a real PostgreSQL, started once for all tests, which may append any event. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({PoisonEvents.class, AnsweredRefusals.class})
@ExtendWith(DocumentedRefusals.class)
@ContextConfiguration(initializers = RunningDashboard.Databases.class)
@interface RunningDashboard {

    /** The databases of the service. */
    class Databases implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var settings = Postgres.context("dashboard").settings();
            // The dashboard's own role cannot append; here it appends in the place of the other contexts.
            settings.put("ilgam.event-store.username", "ilgam_work");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("databases", settings));
        }
    }
}
