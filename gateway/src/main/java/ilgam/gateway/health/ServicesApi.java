package ilgam.gateway.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import ilgam.gateway.access.Access;
import ilgam.gateway.docs.Described;
import ilgam.gateway.docs.Description;
import ilgam.gateway.registry.Context;
import ilgam.gateway.registry.Instance;

/** {@code GET /api/services}, for admins: every live instance with its version. */
@Configuration(proxyBeanMethods = false)
class ServicesApi {

    /** One instance. */
    @Description("An instance of a service that is there.")
    record Service(
            @Description("Its id.") String id,

            @Description("gateway, or the name of a context.")
            String service,

            @Description("Its version; null when it does not say.") @Nullable
            String version,

            @Description("When it reported itself ready, ISO 8601.")
            Instant since,

            @Description("How it sees the event store: up, away or refused.")
            String eventStore) {

        static Service of(Context context, Instance instance) {
            return new Service(
                    instance.id(), context.label(), instance.version(), instance.since(), instance.eventStore());
        }
    }

    @Description("The instances that are there.")
    record Services(
            @Description("One for each instance.") List<Service> items,

            @Description("Always null: they are on one page.") @Nullable
            String next) {}

    private final LiveInstances live;
    private final ApplicationContext gateway;
    private final String version;

    ServicesApi(
            LiveInstances live, ApplicationContext gateway, @Value("${spring.application.version:}") String version) {
        this.live = live;
        this.gateway = gateway;
        this.version = version;
    }

    @Bean
    @Order(11)
    RouterFunction<ServerResponse> services(Access access) {
        return RouterFunctions.route()
                .GET("/api/services", this::answer)
                .HEAD("/api/services", this::answer)
                .filter(access)
                .build();
    }

    @Bean
    Described servicesDescribed() {
        return Described.forAdmins(
                "/api/services",
                "listServices",
                "Which instances there are",
                "For admins, and their programs with the scope admin. Answers every instance of the gateway and the contexts, with its version.",
                Services.class);
    }

    private ServerResponse answer(ServerRequest request) {
        Access.mustAdminister(request);
        var services = new ArrayList<Service>();
        services.add(new Service(
                "gateway",
                "gateway",
                version.isEmpty() ? null : version,
                Instant.ofEpochMilli(gateway.getStartupDate()),
                "up"));
        for (var context : Context.values())
            for (var instance : live.present(context)) services.add(Service.of(context, instance));
        return ServerResponse.ok().header("Cache-Control", "no-store").body(new Services(services, null));
    }
}
