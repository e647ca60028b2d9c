package ilgam.gateway.intake;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import ilgam.gateway.upstream.UpstreamSettings;

/**
 * Bounds the bodies that are on their way in. A body is read whole before anything inside waits for it; that of an import
 * flows through, and so has a small number of its own.
 */
@Component
public final class Intake {

    /**
     * How much may be on its way in, and how slowly.
     *
     * @param each bodies of one who asks
     * @param all bodies of everybody
     * @param bytesOfEach what the requests of one who asks hold in memory until they are answered
     * @param bytesOfAll the same of everybody
     * @param importsOfEach uploads of one who asks that flow through
     * @param importsOfAll the same of everybody
     * @param time how long a body may take; for an import counts the import's time-out
     * @param slowest bytes a second, on the whole and after a pause
     */
    @ConfigurationProperties("ilgam.gateway.bodies")
    record Settings(
            @DefaultValue("32") int each,
            @DefaultValue("256") int all,
            @DefaultValue("8MB") DataSize bytesOfEach,
            @DefaultValue("24MB") DataSize bytesOfAll,
            @DefaultValue("4") int importsOfEach,
            @DefaultValue("16") int importsOfAll,
            @DefaultValue("60s") Duration time,
            @DefaultValue("4KB") DataSize slowest,
            @DefaultValue("10s") Duration pause) {}

    /** Refused bodies that are still taken in, so that their senders read why; others are cut off. */
    private static final int REFUSED = 64;

    private final Settings settings;
    private final UpstreamSettings limits;
    private final Counter slow;
    final Quota bodies;
    final Quota bytes;
    final Quota imports;
    final Quota refused;

    Intake(Settings settings, UpstreamSettings limits, MeterRegistry meters) {
        this.settings = settings;
        this.limits = limits;
        this.slow = counter("slow", meters);
        var underWay = counter("under-way", meters);
        this.bodies = new Quota(settings.each(), settings.all(), underWay);
        this.bytes = new Quota(
                settings.bytesOfEach().toBytes(), settings.bytesOfAll().toBytes(), underWay);
        this.imports = new Quota(settings.importsOfEach(), settings.importsOfAll(), underWay);
        this.refused = new Quota(REFUSED, REFUSED, counter("cut-off", meters));
    }

    private static Counter counter(String limit, MeterRegistry meters) {
        return Counter.builder("ilgam.throttled")
                .description("Requests refused because somebody asked too fast")
                .tag("limit", limit)
                .register(meters);
    }

    /** The request with its body bounded; null when it has none. */
    public @Nullable IncomingBody of(HttpServletRequest request) {
        return hasBody(request) ? new IncomingBody(request, this) : null;
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    long most() {
        return limits.bodyLimit().toBytes();
    }

    Pace pace(boolean ofImport) {
        return new Pace(
                ofImport ? limits.importTimeout() : settings.time(),
                settings.pause(),
                settings.slowest().toBytes(),
                slow);
    }
}
