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
import org.springframework.util.unit.DataSize;

import ilgam.gateway.problem.Problem;
import ilgam.gateway.problem.Refused;
import ilgam.gateway.upstream.BodyBudget;

/**
 * Limits requests a second and bytes a minute: generous for each member, tighter for each address without a session.
 */
@Component
final class RateLimits {

    /**
     * Token buckets: requests a second and the burst; 0 requests a second mean no limit.
     *
     * @param bodiesPerMinute size of the request bodies of one caller, refused requests included, imports excluded; 0
     *     means no limit
     */
    @ConfigurationProperties("ilgam.gateway.rate-limit")
    record Settings(
            @DefaultValue("200") int memberPerSecond,
            @DefaultValue("400") int memberBurst,
            @DefaultValue("20") int addressPerSecond,
            @DefaultValue("40") int addressBurst,
            @DefaultValue("20MB") DataSize bodiesPerMinute) {}

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final String TOO_FAST = "Too many requests in a short time; slow down and try again in a moment.";
    private static final String TOO_MUCH = "Too much was sent in a short time; wait a moment and try again.";

    private final Settings settings;
    private final Counter throttledMembers;
    private final Counter throttledAddresses;
    private final Counter throttledBodies;
    private final Cache<String, Bucket> members = buckets();
    private final Cache<String, Bucket> addresses = buckets();
    private final Cache<String, Bucket> bodies = buckets();

    RateLimits(Settings settings, MeterRegistry meters) {
        this.settings = settings;
        this.throttledMembers = throttled("member", meters);
        this.throttledAddresses = throttled("address", meters);
        this.throttledBodies = throttled("bodies", meters);
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
                    members.get(member, _ -> bucket(settings.memberBurst(), settings.memberPerSecond(), ONE_SECOND)),
                    1,
                    throttledMembers,
                    TOO_FAST);
    }

    void admitStranger(String address) {
        if (settings.addressPerSecond() > 0) take(ofAddress(address), 1, throttledAddresses, TOO_FAST);
    }

    /** Refuses when the address has no request left; consumes none. */
    void mayStillAsk(String address) {
        if (settings.addressPerSecond() > 0 && ofAddress(address).getAvailableTokens() < 1)
            throw refused(throttledAddresses, TOO_FAST, 1);
    }

    BodyBudget bodiesOfMember(String member) {
        return bodies(member(member));
    }

    BodyBudget bodiesOfStranger(String address) {
        return bodies(stranger(address));
    }

    /** The key of an authenticated caller's quota. */
    static String member(String member) {
        return "member " + member;
    }

    /** The key of an anonymous client's quota. */
    static String stranger(String address) {
        return "address " + network(address);
    }

    private BodyBudget bodies(String whose) {
        var most = settings.bodiesPerMinute().toBytes();
        if (most == 0) return _ -> {};
        return bytes -> {
            var bucket = bodies.get(whose, _ -> bucket(most, most, Duration.ofMinutes(1)));
            take(bucket, Math.min(bytes, most), throttledBodies, TOO_MUCH);
        };
    }

    private Bucket ofAddress(String address) {
        return addresses.get(
                network(address), _ -> bucket(settings.addressBurst(), settings.addressPerSecond(), ONE_SECOND));
    }

    private static void take(Bucket bucket, long tokens, Counter throttled, String sentence) {
        var probe = bucket.tryConsumeAndReturnRemaining(tokens);
        if (!probe.isConsumed())
            throw refused(
                    throttled, sentence, (int) Math.ceilDiv(probe.getNanosToWaitForRefill(), ONE_SECOND.toNanos()));
    }

    private static Refused refused(Counter throttled, String sentence, int seconds) {
        throttled.increment();
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-fast", sentence, Math.max(1, seconds)).refused();
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();
    }

    private static Bucket bucket(long most, long refill, Duration within) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(refill, within))
                .build();
    }

    /** The quota's network: one household has a whole /64 of IPv6 addresses. */
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
