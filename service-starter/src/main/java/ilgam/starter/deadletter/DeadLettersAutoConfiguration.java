package ilgam.starter.deadletter;

import java.time.Clock;

import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.projection.ContextName;
import ilgam.starter.projection.Projections;
import ilgam.starter.projection.rebuild.ProjectionWrites;

/** The dead letters of every context, with their API and retries. */
@AutoConfiguration
@EnableConfigurationProperties(DeadLetterProperties.class)
@Import(DeadLetterApi.class)
class DeadLettersAutoConfiguration {

    @Bean
    DeadLetters deadLetters(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Projections projections,
            ContextName context) {
        return new DeadLetters(database, new TransactionTemplate(transactions), projections, context.label());
    }

    @Bean
    Retries deadLetterRetries(
            DeadLetters letters, EventProcessingConfiguration processing, ProjectionWrites writes, Clock clock) {
        return new Retries(letters, processing, writes, clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> dueDeadLetters(Retries retries, DeadLetterProperties properties) {
        return _ -> retries.start(properties);
    }
}
