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
 * Bounds the request bodies that are being received. A body is read whole before the request is routed; that of an
 * import is streamed, and has a smaller limit on their number.
 */
@Component
public final class Intake {

    /**
     * Limits of bodies being received.
     *
     * @param each bodies of one caller
     * @param all bodies of all callers
     * @param bytesOfEach what one caller's requests hold in memory until they are answered
     * @param bytesOfAll what all requests hold in memory
     * @param importsOfEach streamed uploads of one caller
     * @param importsOfAll streamed uploads of all callers
     * @param time how long a body may take; for an import its own time-out applies
     * @param slowest bytes a second, on average and after a pause
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

    /**
     * Refused bodies that are still read to their end, so that their senders read the answer; the connections of others
     * are closed.
     */
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
