package ilgam.gateway.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import org.springframework.stereotype.Component;

import static com.netflix.appinfo.InstanceInfo.InstanceStatus.UP;

/** The ready instances of each context, read from the registry in this process. */
@Component
public final class Instances {

    private static final Duration FRESH = Duration.ofMillis(100);
    private static final Duration SUSPECT = Duration.ofSeconds(2);

    private final PeerAwareInstanceRegistry registry;
    private final LoadingCache<Context, List<Instance>> seen = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .executor(Runnable::run)
            .build(this::ask);
    private final Cache<String, Boolean> suspects = Caffeine.newBuilder()
            .expireAfterWrite(SUSPECT)
            .executor(Runnable::run)
            .build();
    private final AtomicInteger turn = new AtomicInteger();

    Instances(PeerAwareInstanceRegistry registry) {
        this.registry = registry;
    }

    /** All ready instances. */
    public List<Instance> of(Context context) {
        return seen.get(context);
    }

    /** All ready instances: the next in turn first, those that lately refused a connection last. */
    public List<Instance> inTurn(Context context) {
        var all = of(context);
        if (all.size() < 2) return all;
        var first = Math.floorMod(turn.getAndIncrement(), all.size());
        var rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -first);
        if (suspects.estimatedSize() > 0) rotated.sort(Comparator.comparing(this::isSuspect));
        return rotated;
    }

    /** Notes that an instance refused a connection, so that others are tried first for a while. */
    public void suspect(Instance instance) {
        suspects.put(instance.id(), true);
    }

    /** Whether the instance refused a connection a moment ago. */
    public boolean isSuspect(Instance instance) {
        return suspects.getIfPresent(instance.id()) != null;
    }

    private List<Instance> ask(Context context) {
        var application = registry.getApplication(context.id().toUpperCase(Locale.ROOT), false);
        if (application == null) return List.of();
        return application.getInstances().stream()
                .filter(info -> info.getStatus() == UP)
                .map(info -> new Instance(
                        info.getInstanceId(),
                        info.getHostName(),
                        info.getPort(),
                        info.getMetadata().getOrDefault("eventStore", "up"),
                        Long.parseLong(info.getMetadata().getOrDefault("deadLetters", "0")),
                        info.getMetadata().get("version"),
                        Instant.ofEpochMilli(info.getLeaseInfo().getServiceUpTimestamp())))
                .sorted(Comparator.comparing(Instance::id))
                .toList();
    }
}
