package ilgam.starter.projection;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of event processors.
 *
 * @param segments of a new processor
 * @param segmentsOf the number of segments of single processors, by name
 * @param threads that all processors of a service share
 * @param claimTimeout after which another instance takes over the segments of one that does not renew its claim
 */
@ConfigurationProperties("ilgam.processors")
record ProcessorsProperties(
        @DefaultValue("4") int segments,
        @DefaultValue Map<String, Integer> segmentsOf,
        @DefaultValue("500") int batchSize,
        @DefaultValue("4") int threads,
        @DefaultValue("7s") Duration claimTimeout,
        @DefaultValue("10s") Duration readYourWritesPatience) {}
