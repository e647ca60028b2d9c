package ilgam.starter.projection;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import ilgam.starter.messaging.EventStoreWatch;

/** Event processors: pooled streaming, their place and dead letters in the context's own database. */
@AutoConfiguration(
        before = {
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            AxonAutoConfiguration.class
        })
@EnableConfigurationProperties(ProcessorsProperties.class)
class ProcessorsAutoConfiguration {

    @Bean
    Careful careful() {
        return new Careful();
    }

    @Bean
    ReadYourWrites readYourWrites(ProcessorsProperties properties, EventStoreWatch watch) {
        return new ReadYourWrites(properties.readYourWritesPatience(), watch::isUp);
    }

    @Bean
    Isolation isolation(Careful careful, DataSource dataSource) {
        return new Isolation(careful, dataSource);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager, JdbcClient database) {
        return new ProcessorTransactions(new SpringTransactionManager(transactionManager), database);
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connectionProvider, Serializer serializer, ProcessorsProperties properties) {
        var builder = JdbcTokenStore.builder()
                .schema(Tables.TOKENS)
                .serializer(serializer)
                .claimTimeout(properties.claimTimeout());
        var instance = UUID.randomUUID().toString();
        return new ClaimKeeper(
                builder, connectionProvider, instance, properties.claimTimeout().dividedBy(4));
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService processorThreads(ProcessorsProperties properties) {
        return Executors.newScheduledThreadPool(
                properties.threads(), Thread.ofPlatform().name("processor-", 0).factory());
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService coordinatorThreads() {
        return new ImpatientScheduler("coordinator-");
    }

    @Bean
    ConfigurerModule processors(
            ProcessorsProperties properties,
            @Qualifier("processorThreads") ScheduledExecutorService workers,
            @Qualifier("coordinatorThreads") ScheduledExecutorService coordinators,
            Careful careful,
            ReadYourWrites readYourWrites) {
        PooledStreamingProcessorConfiguration common = (_, builder) -> builder.workerExecutor(workers)
                .coordinatorExecutor(coordinators)
                .initialSegmentCount(properties.segments())
                .batchSize(properties.batchSize())
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(properties.claimTimeout().toMillis() * 3 / 7)
                .claimExtensionThreshold(properties.claimTimeout().toMillis() * 3 / 7);
        var watch = new BatchWatch(careful, readYourWrites);
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing.usingPooledStreamingEventProcessors(common);
            properties
                    .segmentsOf()
                    .forEach((name, segments) -> processing.registerPooledStreamingEventProcessorConfiguration(
                            name, (_, builder) -> builder.initialSegmentCount(segments)));
            processing.registerDefaultHandlerInterceptor((_, _) -> watch);
            processing.registerDefaultDeadLetterPolicy(_ -> new DeadLetterPolicy(careful));
        };
    }

    @Bean
    DeadLetterQueueProviderConfigurerModule deadLetterQueues(
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer serializer) {
        return new DeadLetterQueues(connectionProvider, transactionManager, eventSerializer, serializer);
    }

    @Bean
    ProcessorMetrics eventProcessorMetrics(
            MeterRegistry registry,
            EventProcessingConfiguration processing,
            EventStore store,
            JdbcClient database,
            Clock clock) {
        return new ProcessorMetrics(registry, processing, store, database, clock);
    }
}
