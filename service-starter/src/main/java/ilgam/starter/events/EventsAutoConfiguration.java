package ilgam.starter.events;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.ManagedChannelCustomizer;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.DeserializationFeature;

import ilgam.starter.messaging.EventStoreProbe;
import ilgam.starter.messaging.EventStoreWatch;
import ilgam.starter.snapshots.Snapshots;

/** Which event store a service uses; everything else is the same in both modes. */
@AutoConfiguration(before = {AxonAutoConfiguration.class, AxonServerAutoConfiguration.class})
@EnableConfigurationProperties(EventsProperties.class)
class EventsAutoConfiguration {

    /** An event written before a field existed must still load. */
    @Bean
    Jackson3SerializerCustomizer eventsOutliveTheirClasses() {
        return mapper -> mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .setDefaultTyping(new SealedTypes());
    }

    /** Commands run in the caller's thread and in no transaction: the append is one by itself. */
    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(Configuration axon, DuplicateCommandHandlerResolver duplicateCommandHandlerResolver) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .duplicateCommandHandlerResolver(duplicateCommandHandlerResolver)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(SimpleCommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean(destroyMethod = "close")
    EventStoreWatch eventStoreWatch(EventStoreProbe probe, EventsProperties properties) {
        return new EventStoreWatch(probe, properties.eventStore().watch());
    }

    @Bean
    AvailabilityMetrics eventStoreAvailability(EventStoreWatch watch) {
        return new AvailabilityMetrics(watch);
    }

    @Bean
    StoreMetrics eventStoreMetrics(MeterRegistry registry) {
        return new StoreMetrics(registry);
    }

    @Bean(destroyMethod = "close")
    QuietWhileAway quietWhileAway(EventStoreWatch watch) {
        return new QuietWhileAway(watch).install();
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "ilgam.events", havingValue = "axon-server")
    static class OnAxonServer {

        @Bean
        ManagedChannelCustomizer callsToTheStore(AxonServerProbe probe, StoreMetrics metrics) {
            return channel -> channel.intercept(probe.listening(), new MeasuredCalls(metrics));
        }

        @Bean
        AxonServerProbe eventStoreProbe(
                AxonServerConfiguration settings, ObjectProvider<AxonServerConnectionManager> connections) {
            return new AxonServerProbe(settings, connections);
        }
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "ilgam.events", havingValue = "embedded", matchIfMissing = true)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EventDatabase eventDatabase(EventsProperties properties, MeterRegistry registry) {
            return new EventDatabase(properties.eventStore(), registry);
        }

        @Bean(destroyMethod = "close")
        PostgresProbe eventStoreProbe(EventDatabase database, EventsProperties properties) {
            return new PostgresProbe(database, properties.eventStore().url());
        }

        @Bean
        PostgresEvents postgresEvents(
                EventDatabase database,
                EventsProperties properties,
                @Qualifier("eventSerializer") Serializer eventSerializer,
                Configuration axon,
                StoreMetrics metrics) {
            return new PostgresEvents(
                    database, properties.eventStore(), eventSerializer, axon.upcasterChain(), metrics);
        }

        @Bean
        @Qualifier("eventStore")
        SharedEventStore eventBus(
                PostgresEvents events,
                EventDatabase database,
                EventsProperties properties,
                StoreMetrics metrics,
                Snapshots snapshots) {
            return new SharedEventStore(events, database, properties.eventStore(), metrics, snapshots);
        }
    }
}
