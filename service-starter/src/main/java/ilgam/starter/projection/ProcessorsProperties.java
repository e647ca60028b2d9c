package ilgam.starter.projection;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are processed.
 *
 * @param segments of a processor when it is new
 * @param segmentsOf the same for single processors, by name
 * @param threads that all processors of a service share
 * @param claimTimeout after which another instance takes over the segments of one that does not show up
 */
@ConfigurationProperties("ilgam.processors")
record ProcessorsProperties(
        @DefaultValue("4") int segments,
        @DefaultValue Map<String, Integer> segmentsOf,
        @DefaultValue("500") int batchSize,
        @DefaultValue("4") int threads,
        @DefaultValue("7s") Duration claimTimeout,
        @DefaultValue("10s") Duration readYourWritesPatience) {}
