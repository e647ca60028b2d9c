package ilgam.gateway.upstream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Time-outs and sizes of upstream requests.
 *
 * @param connections to one instance, for members' requests
 */
@ConfigurationProperties("ilgam.gateway")
public record UpstreamSettings(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("15m") Duration importTimeout,
        @DefaultValue("1088KB") DataSize bodyLimit,
        @DefaultValue("2GB") DataSize importLimit,
        @DefaultValue("1024") int connections) {

    /** Whether bodies to this path are streamed; the path is decoded, as the routes match it. */
    public static boolean isImport(String path) {
        return path.startsWith("/api/imports");
    }
}
