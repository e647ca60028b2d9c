package ilgam.gateway.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import ilgam.gateway.access.Access;
import ilgam.gateway.docs.Described;
import ilgam.gateway.registry.Context;
import ilgam.gateway.registry.Instance;

/**
 * {@code GET /api/health}: ready, or the contexts that are missing. The answer also names an event store that is away
 * and counts dead letters, but the system is ready all the same, because everything else goes on.
 */
@Configuration(proxyBeanMethods = false)
class HealthApi {

    record Health(String status, EventStoreHealth eventStore, Map<String, ContextHealth> contexts) {}

    record ContextHealth(String status, long instances, EventStoreHealth eventStore, long deadLetters) {}

    @Bean
    @Order(10)
    RouterFunction<ServerResponse> health(Access access, LiveInstances live) {
        return RouterFunctions.route()
                .GET("/api/health", _ -> answer(live))
                .HEAD("/api/health", _ -> answer(live))
                .filter(access)
                .build();
    }

    @Bean
    Described healthDescribed() {
        return Described.open(
                "/api/health", "health", "Whether all of it is ready, and what each context lacks", Health.class, 503);
    }

    private static ServerResponse answer(LiveInstances live) {
        var contexts = new LinkedHashMap<String, ContextHealth>();
        var all = new ArrayList<Instance>();
        for (var context : Context.values()) {
            var present = live.present(context);
            all.addAll(present);
            contexts.put(
                    context.label(),
                    new ContextHealth(
                            present.isEmpty() ? "missing" : "ready",
                            present.size(),
                            EventStoreHealth.of(present),
                            deadLetters(present)));
        }
        var ready = contexts.values().stream().allMatch(context -> context.instances() > 0);
        var answer = ServerResponse.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store");
        if (!ready) answer.header("Retry-After", "1");
        return answer.body(new Health(ready ? "ready" : "starting", EventStoreHealth.of(all), contexts));
    }

    /** The highest count: every instance reports those of its whole context, each a few seconds old. */
    private static long deadLetters(List<Instance> instances) {
        return instances.stream().mapToLong(Instance::deadLetters).max().orElse(0);
    }
}
