package ilgam.gateway.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.gateway.problem.Problem;
import ilgam.gateway.problem.Refused;

/** How fast somebody may ask: known members generously, strangers by their address. */
@Component
final class RateLimits {

    /** Requests a second, and how many at once after a pause; 0 a second means no limit. */
    @ConfigurationProperties("ilgam.gateway.rate-limit")
    record Settings(
            @DefaultValue("200") int memberPerSecond,
            @DefaultValue("400") int memberBurst,
            @DefaultValue("20") int addressPerSecond,
            @DefaultValue("40") int addressBurst) {}

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Settings settings;
    private final Counter throttledMembers;
    private final Counter throttledAddresses;
    private final Cache<String, Bucket> members = buckets();
    private final Cache<String, Bucket> addresses = buckets();

    RateLimits(Settings settings, MeterRegistry meters) {
        this.settings = settings;
        this.throttledMembers = throttled("member", meters);
        this.throttledAddresses = throttled("address", meters);
    }

    private static Counter throttled(String limit, MeterRegistry meters) {
        return Counter.builder("ilgam.throttled")
                .description("Requests refused because somebody asked too fast")
                .tag("limit", limit)
                .register(meters);
    }

    void admitMember(String member) {
        if (settings.memberPerSecond() > 0)
            take(
                    members.get(member, _ -> bucket(settings.memberBurst(), settings.memberPerSecond())),
                    throttledMembers);
    }

    void admitStranger(String address) {
        if (settings.addressPerSecond() > 0) take(ofAddress(address), throttledAddresses);
    }

    /** Whether a stranger at this address may still ask; costs nothing. */
    void mayStillAsk(String address) {
        if (settings.addressPerSecond() > 0 && ofAddress(address).getAvailableTokens() < 1)
            throw tooFast(throttledAddresses, 1);
    }

    private Bucket ofAddress(String address) {
        return addresses.get(network(address), _ -> bucket(settings.addressBurst(), settings.addressPerSecond()));
    }

    private static void take(Bucket bucket, Counter throttled) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) throw tooFast(throttled, (int) Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND));
    }

    private static Refused tooFast(Counter throttled, int seconds) {
        throttled.increment();
        return new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-fast",
                        "Too many requests in a short time; slow down and try again in a moment.",
                        Math.max(1, seconds))
                .refused();
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();
    }

    private static Bucket bucket(int burst, int perSecond) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** One household has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException odd) {
            return address;
        }
    }
}
