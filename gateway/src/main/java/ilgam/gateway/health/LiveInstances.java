package ilgam.gateway.health;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.springframework.stereotype.Component;

import ilgam.gateway.registry.Context;
import ilgam.gateway.registry.Instance;
import ilgam.gateway.registry.Instances;

/** The registered instances that accept connections: a killed instance stays registered for some seconds. */
@Component
final class LiveInstances {

    private static final int PATIENCE_MILLIS = 500;

    private final Instances instances;
    private final LoadingCache<Instance, Boolean> listening = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofMillis(500))
            .executor(Runnable::run)
            .build(LiveInstances::listens);

    LiveInstances(Instances instances) {
        this.instances = instances;
    }

    List<Instance> present(Context context) {
        return instances.of(context).stream().filter(listening::get).toList();
    }

    private static boolean listens(Instance instance) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(instance.host(), instance.port()), PATIENCE_MILLIS);
            return true;
        } catch (IOException away) {
            return false;
        }
    }
}
