package ilgam.gateway.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import ilgam.gateway.problem.Problem;

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
    private final Cache<String, Bucket> members = buckets();
    private final Cache<String, Bucket> addresses = buckets();

    RateLimits(Settings settings) {
        this.settings = settings;
    }

    void admitMember(String member) {
        if (settings.memberPerSecond() > 0)
            take(members.get(member, _ -> bucket(settings.memberBurst(), settings.memberPerSecond())), 1);
    }

    void admitStranger(String address) {
        if (settings.addressPerSecond() > 0) take(ofAddress(address), 1);
    }

    /** Whether a stranger at this address may still ask; costs nothing. */
    void mayStillAsk(String address) {
        if (settings.addressPerSecond() > 0 && ofAddress(address).getAvailableTokens() < 1)
            throw tooFast(1).refused();
    }

    private Bucket ofAddress(String address) {
        return addresses.get(network(address), _ -> bucket(settings.addressBurst(), settings.addressPerSecond()));
    }

    private static void take(Bucket bucket, int tokens) {
        var probe = bucket.tryConsumeAndReturnRemaining(tokens);
        if (!probe.isConsumed())
            throw tooFast((int) Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND))
                    .refused();
    }

    private static Problem tooFast(int seconds) {
        return new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-fast",
                "Too many requests in a short time; slow down and try again in a moment.",
                Math.max(1, seconds));
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
