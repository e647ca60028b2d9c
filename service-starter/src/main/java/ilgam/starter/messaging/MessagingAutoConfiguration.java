package ilgam.starter.messaging;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Sending of commands, and the metadata of their events. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Commands commands(CommandBus commandBus, EventStoreWatch watch, Clock clock, MeterRegistry registry) {
        return new Commands(commandBus, watch, clock, new CommandMetrics(registry));
    }

    /** Every process waits for its event store before it starts to serve. */
    @Bean
    ConfigurerModule eventStoreFirst(EventStoreWatch watch, Clock clock) {
        return configurer -> configurer.onInitialize(axon -> {
            axon.onStart(Phase.EXTERNAL_CONNECTIONS, () -> await(watch));
            axon.onStart(
                    Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                    () -> axon.eventStore().registerDispatchInterceptor(new RepeatGuard(axon.eventStore())));
            axon.onStart(
                    Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                    () -> axon.commandBus().registerHandlerInterceptor(new StaleCommands(clock)));
        });
    }

    private static void await(EventStoreWatch watch) {
        try {
            watch.awaitUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the event store.", e);
        }
    }

    @Bean
    RaisedCommands raisedCommands() {
        return new RaisedCommands();
    }

    @Bean
    RecordedResolver recordedResolver() {
        return new RecordedResolver();
    }

    /**
     * Copies a command's metadata to all its events; of an event's metadata, only the request id goes on to commands.
     */
    @Bean
    CorrelationDataProvider metadataOfTheCause() {
        return message -> {
            if (message instanceof CommandMessage<?>)
                return message.getMetaData().withoutKeys(Set.of(Metadata.REPEATED, Metadata.SENT_AT));
            var requestId = message.getMetaData().get(Metadata.REQUEST_ID);
            return requestId == null ? Map.of() : Map.of(Metadata.REQUEST_ID, requestId);
        };
    }
}
