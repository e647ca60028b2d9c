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
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.EventStoreWatch;

/** Pooled streaming event processors, with tokens and dead letters in the context's own database. */
@AutoConfiguration(
        before = {
            TransactionAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            AxonAutoConfiguration.class
        })
@EnableConfigurationProperties(ProcessorsProperties.class)
@Import(ProjectionApi.class)
class ProcessorsAutoConfiguration {

    @Bean
    Careful careful() {
        return new Careful();
    }

    @Bean
    static Projections projections(ListableBeanFactory beans) {
        return Projections.of(beans);
    }

    @Bean
    SetAsideSequences setAsideSequences(JdbcClient database) {
        return new SetAsideSequences(database);
    }

    @Bean
    ReadYourWrites readYourWrites(
            ProcessorsProperties properties,
            EventStoreWatch watch,
            Projections projections,
            SetAsideSequences setAside) {
        return new ReadYourWrites(properties.readYourWritesPatience(), watch::isUp, projections, setAside);
    }

    @Bean
    ConsistentCommands consistentCommands(Commands commands, ReadYourWrites readYourWrites) {
        return new ConsistentCommands(commands, readYourWrites);
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
