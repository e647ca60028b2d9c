package ilgam.gateway.upstream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** How long the gateway waits for a context and how much it lets through. */
@ConfigurationProperties("ilgam.gateway")
public record UpstreamSettings(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("15m") Duration importTimeout,
        @DefaultValue("1088KB") DataSize bodyLimit,
        @DefaultValue("2GB") DataSize importLimit) {}
