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
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Pooled streaming event processors, with tokens and dead letters in the context's own database. */
@AutoConfiguration(
        before = {
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            AxonAutoConfiguration.class
        })
@EnableConfigurationProperties(ProcessorsProperties.class)
@Import(ReadYourWritesConfiguration.class)
class ProcessorsAutoConfiguration {

    @Bean
    Careful careful() {
        return new Careful();
    }

    @Bean
    static Projections projections(ListableBeanFactory beans, Environment environment) {
        return Projections.of(beans, environment);
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

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService ownReaderThreads() {
        return Executors.newScheduledThreadPool(
                3, Thread.ofPlatform().name("own-reader-", 0).factory());
    }

    @Bean
    Processors eventProcessors(
            ProcessorsProperties properties,
            @Qualifier("processorThreads") ScheduledExecutorService workers,
            @Qualifier("coordinatorThreads") ScheduledExecutorService coordinators,
            @Qualifier("ownReaderThreads") ScheduledExecutorService readers,
            PlatformTransactionManager transactions,
            JdbcClient database,
            Careful careful,
            ReadYourWrites readYourWrites) {
        var gates = new Gates(database);
        return new Processors(
                properties,
                workers,
                coordinators,
                readers,
                new ProjectingTransactions(new SpringTransactionManager(transactions), database, gates),
                gates,
                new BatchWatch(careful, readYourWrites));
    }

    @Bean
    ConfigurerModule processors(Processors processors, Careful careful, Projections projections) {
        return configurer -> {
            var processing = configurer.eventProcessing();
            processing.registerEventProcessorFactory(processors::make);
            processing.assignProcessingGroup(projections::processorOf);
            processing.registerDefaultHandlerInterceptor((_, _) -> processors.watch());
            processing.registerDefaultDeadLetterPolicy(_ -> new DeadLetterPolicy(careful));
        };
    }

    @Bean
    ContextName contextName(@Value("${spring.application.name:service}") String service) {
        return ContextName.of(service);
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
            Projections projections,
            Clock clock) {
        return new ProcessorMetrics(registry, processing, store, database, projections, clock);
    }
}
