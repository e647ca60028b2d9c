package ilgam.starter.events;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.ManagedChannelCustomizer;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import ilgam.starter.messaging.EventStoreProbe;
import ilgam.starter.messaging.EventStoreWatch;
import ilgam.starter.messaging.StoredSize;
import ilgam.starter.snapshots.Snapshots;

/** Selects the event store; everything else is the same in both modes. */
@AutoConfiguration(before = {AxonAutoConfiguration.class, AxonServerAutoConfiguration.class})
@EnableConfigurationProperties(EventsProperties.class)
class EventsAutoConfiguration {

    /** Commands run in the caller's thread without a transaction, as the append itself is one. */
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

    private static StoredSize sizeBy(Serializer serializer) {
        return event -> event.serializePayload(serializer, byte[].class).getData().length;
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
        StoredSize storedSize(@Qualifier("eventSerializer") Serializer eventSerializer) {
            return sizeBy(new GrpcMetaDataAwareSerializer(eventSerializer));
        }

        @Bean
        AxonServerProbe eventStoreProbe(
                AxonServerConfiguration settings, ObjectProvider<AxonServerConnectionManager> connections) {
            return new AxonServerProbe(settings, connections);
        }

        @Bean
        @Qualifier("eventStore")
        AxonServerEvents eventStore(
                AxonServerConfiguration settings,
                AxonServerConnectionManager connections,
                Configuration axon,
                @Qualifier("eventSerializer") Serializer eventSerializer,
                StoreMetrics metrics,
                Snapshots snapshots) {
            var builder = AxonServerEventStore.builder()
                    .configuration(settings)
                    .platformConnectionManager(connections)
                    .snapshotSerializer(eventSerializer)
                    .snapshotFilter(axon.snapshotFilter())
                    .eventSerializer(eventSerializer)
                    .upcasterChain(axon.upcasterChain())
                    .messageMonitor(axon.messageMonitor(AxonServerEventStore.class, "eventStore"))
                    .spanFactory(axon.getComponent(EventBusSpanFactory.class));
            builder.build();
            return new AxonServerEvents(
                    builder,
                    connections,
                    settings.getContext(),
                    eventSerializer,
                    axon.upcasterChain(),
                    metrics,
                    snapshots);
        }
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "ilgam.events", havingValue = "embedded", matchIfMissing = true)
    static class Embedded {

        @Bean
        StoredSize storedSize(@Qualifier("eventSerializer") Serializer eventSerializer) {
            return sizeBy(eventSerializer);
        }

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
