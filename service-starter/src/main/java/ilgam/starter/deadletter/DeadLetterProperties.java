package ilgam.starter.deadletter;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Retries of dead letters.
 *
 * @param lookEvery interval at which due letters are looked up
 */
@ConfigurationProperties("ilgam.dead-letters")
record DeadLetterProperties(@DefaultValue("5s") Duration lookEvery) {}
