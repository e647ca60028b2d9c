package ilgam.starter.projection.rebuild;

import java.time.Clock;

import javax.sql.DataSource;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.projection.ContextName;
import ilgam.starter.projection.DeadLetterQueues;
import ilgam.starter.projection.Processors;
import ilgam.starter.projection.Projections;

/** The pause, rebuild and comparison of projections, and operators' requests for them. */
@AutoConfiguration
@Import(ProjectionApi.class)
class ProjectionsAutoConfiguration {

    @Bean
    StoredTokens storedTokens(JdbcClient database, Serializer serializer) {
        return new StoredTokens(database, serializer);
    }

    @Bean
    ProjectionStates projectionStates(JdbcClient database, PlatformTransactionManager transactions) {
        return new ProjectionStates(database, new TransactionTemplate(transactions));
    }

    @Bean
    ProjectionWrites projectionWrites(DataSource source, ProjectionStates states) {
        return new ProjectionWrites(source, states);
    }

    @Bean
    ProjectionPositions projectionPositions(StoredTokens tokens, EventStore store, Clock clock) {
        return new ProjectionPositions(tokens, store, clock);
    }

    @Bean
    Rebuilds rebuilds(
            JdbcTemplate database,
            StoredTokens tokens,
            TokenStore tokenStore,
            EventStore store,
            DeadLetterQueueProviderConfigurerModule letters,
            PlatformTransactionManager transactions,
            TransactionManager letterTransactions) {
        return new Rebuilds(
                JdbcClient.create(database),
                new ShadowTables(database),
                tokens,
                tokenStore,
                store,
                (DeadLetterQueues) letters,
                new SpringTransactionManager(transactions),
                letterTransactions);
    }

    @Bean
    Comparisons comparisons(
            JdbcClient database,
            DataSource source,
            ProjectionStates states,
            StoredTokens tokens,
            ProjectionPositions positions,
            Rebuilds rebuilds) {
        return new Comparisons(database, source, states, tokens, positions, rebuilds);
    }

    @Bean(destroyMethod = "close")
    OwnReaders ownReaders(
            Projections projections,
            ProjectionStates states,
            StoredTokens tokens,
            ProjectionPositions positions,
            Processors processors,
            EventStore store,
            Rebuilds rebuilds,
            Comparisons comparisons) {
        var givingBack = new GivingBack(projections, states, tokens, positions, store);
        return new OwnReaders(projections, states, tokens, positions, processors, givingBack, rebuilds, comparisons);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> projectionsThatCatchUp(OwnReaders readers) {
        return _ -> readers.start();
    }

    @Bean
    ApplicationListener<ContextClosedEvent> ownReadersEnd(OwnReaders readers) {
        return _ -> readers.close();
    }

    @Bean
    ProjectionControl projectionControl(ProjectionStates states, StoredTokens tokens, Rebuilds rebuilds) {
        return new ProjectionControl(states, tokens, rebuilds);
    }

    @Bean
    ProjectionViews projectionViews(
            Projections projections,
            ProjectionStates states,
            ProjectionPositions positions,
            Comparisons comparisons,
            ContextName context) {
        return new ProjectionViews(projections, states, positions, comparisons, context);
    }
}
