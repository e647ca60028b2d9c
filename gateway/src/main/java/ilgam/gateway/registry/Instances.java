package ilgam.gateway.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import org.springframework.stereotype.Component;

import static com.netflix.appinfo.InstanceInfo.InstanceStatus.UP;

/** The ready instances of each context, read from the registry in this process. */
@Component
public final class Instances {

    private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SUSPECT = TimeUnit.SECONDS.toNanos(2);

    private final PeerAwareInstanceRegistry registry;
    private final Map<Context, Seen> seen = Collections.synchronizedMap(new EnumMap<>(Context.class));
    private final Map<String, Long> refusedAt = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    private record Seen(List<Instance> instances, long at) {}

    Instances(PeerAwareInstanceRegistry registry) {
        this.registry = registry;
    }

    /** All ready instances. */
    public List<Instance> of(Context context) {
        var now = System.nanoTime();
        var last = seen.get(context);
        if (last != null && now - last.at() < FRESH) return last.instances();
        var instances = ask(context);
        seen.put(context, new Seen(instances, now));
        return instances;
    }

    /** All ready instances: the next in turn first, those that lately refused a connection last. */
    public List<Instance> inTurn(Context context) {
        var all = of(context);
        if (all.size() < 2) return all;
        var first = Math.floorMod(turn.getAndIncrement(), all.size());
        var rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -first);
        if (!refusedAt.isEmpty()) rotated.sort(Comparator.comparing(this::isSuspect));
        return rotated;
    }

    /** Notes that an instance refused a connection, so that others are tried first for a while. */
    public void suspect(Instance instance) {
        var now = System.nanoTime();
        refusedAt.values().removeIf(at -> now - at > SUSPECT);
        refusedAt.put(instance.id(), now);
    }

    /** Whether the instance refused a connection a moment ago. */
    public boolean isSuspect(Instance instance) {
        var at = refusedAt.get(instance.id());
        return at != null && System.nanoTime() - at < SUSPECT;
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
