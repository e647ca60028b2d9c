package ilgam.starter.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import ilgam.starter.messaging.Commands;
import ilgam.starter.messaging.EventStoreWatch;

/** Answers that wait until the projections show a command's events. */
@Configuration(proxyBeanMethods = false)
class ReadYourWritesConfiguration {

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
}
