package ilgam.starter.deadletter;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How dead letters are looked after.
 *
 * @param lookEvery how often due letters are looked for
 */
@ConfigurationProperties("ilgam.dead-letters")
record DeadLetterProperties(@DefaultValue("5s") Duration lookEvery) {}
