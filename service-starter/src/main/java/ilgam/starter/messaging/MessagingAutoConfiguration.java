package ilgam.starter.messaging;

import java.time.Clock;
import java.util.Map;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Sending commands, and what rides on the events they cause. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Commands commands(CommandBus commandBus, Clock clock) {
        return new Commands(commandBus, clock);
    }

    @Bean
    RecordedResolver recordedResolver() {
        return new RecordedResolver();
    }

    /** A command's metadata goes onto all its events; from an event, only the request it belongs to goes on. */
    @Bean
    CorrelationDataProvider metadataOfTheCause() {
        return message -> {
            if (message instanceof CommandMessage<?>) return message.getMetaData();
            var requestId = message.getMetaData().get(Metadata.REQUEST_ID);
            return requestId == null ? Map.of() : Map.of(Metadata.REQUEST_ID, requestId);
        };
    }
}
