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
import ilgam.gateway.docs.Description;
import ilgam.gateway.registry.Context;
import ilgam.gateway.registry.Instance;

/**
 * {@code GET /api/health}: ready, or the contexts that are missing. The answer also names an event store that is away
 * and counts dead letters, but the system is ready all the same, because everything else goes on.
 */
@Configuration(proxyBeanMethods = false)
class HealthApi {

    @Description("Whether all of the system is ready, and what it lacks.")
    record Health(
            @Description("ready, or starting while a context is missing.")
            String status,

            @Description("How the event store is, as the instance sees it that sees it worst.")
            EventStoreHealth eventStore,

            @Description("Each context by its name.") Map<String, ContextHealth> contexts) {}

    @Description("How a context is.")
    record ContextHealth(
            @Description("ready, or missing while no instance of it is there.")
            String status,

            @Description("How many instances of it are ready.")
            long instances,

            @Description("How its instances see the event store.")
            EventStoreHealth eventStore,

            @Description("How many events it could not handle.")
            long deadLetters) {}

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
                "/api/health",
                "health",
                "Whether all of it is ready, and what each context lacks",
                "For everybody. 200 while every context has an instance, else 503 with the same body. An event store that is away is named, and is no reason for 503.",
                Health.class);
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
