package ilgam.gateway.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import ilgam.gateway.access.Access;
import ilgam.gateway.registry.Context;
import ilgam.gateway.registry.Instance;

/**
 * {@code GET /api/health}: ready, or what is missing. An event store that is away is named, but nothing is missing then:
 * reads go on.
 */
@Configuration(proxyBeanMethods = false)
class HealthApi {

    record Health(String status, EventStoreHealth eventStore, Map<String, ContextHealth> contexts) {}

    record ContextHealth(String status, long instances, EventStoreHealth eventStore) {}

    @Bean
    @Order(10)
    RouterFunction<ServerResponse> health(Access access, Roll roll) {
        return RouterFunctions.route()
                .GET("/api/health", _ -> answer(roll))
                .HEAD("/api/health", _ -> answer(roll))
                .filter(access)
                .build();
    }

    private static ServerResponse answer(Roll roll) {
        var contexts = new LinkedHashMap<String, ContextHealth>();
        var all = new ArrayList<Instance>();
        for (var context : Context.values()) {
            var present = roll.present(context);
            all.addAll(present);
            contexts.put(
                    context.label(),
                    new ContextHealth(
                            present.isEmpty() ? "missing" : "ready", present.size(), EventStoreHealth.of(present)));
        }
        var ready = contexts.values().stream().allMatch(context -> context.instances() > 0);
        var answer = ServerResponse.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store");
        if (!ready) answer.header("Retry-After", "1");
        return answer.body(new Health(ready ? "ready" : "starting", EventStoreHealth.of(all), contexts));
    }
}
