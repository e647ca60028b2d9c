package ilgam.gateway.route;

import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import ilgam.gateway.access.Access;
import ilgam.gateway.access.ExchangeCacheEviction;
import ilgam.gateway.problem.Problem;
import ilgam.gateway.registry.Context;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

/** The only paths that are routed to contexts. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final Problem NO_SUCH_PATH =
            new Problem(HttpStatus.NOT_FOUND, "not-found", "The API has nothing at this path; see /api/docs.");

    @Bean
    @Order(1)
    RouterFunction<ServerResponse> memberContext(Access access, ExchangeCacheEviction eviction) {
        return nouns(
                        Context.MEMBER,
                        access,
                        "members",
                        "session",
                        "sessions",
                        "access-tokens",
                        "password-resets",
                        "email-confirmations",
                        "security-events",
                        "sign-up",
                        "settings",
                        "teams",
                        "company",
                        "holidays",
                        "holiday-calendars",
                        "mails",
                        "invitations")
                .filter(eviction)
                .build();
    }

    @Bean
    @Order(2)
    RouterFunction<ServerResponse> workContext(Access access) {
        return nouns(Context.WORK, access, "projects", "tasks", "issues", "work-items", "my-work", "imports", "stream")
                .build();
    }

    @Bean
    @Order(3)
    RouterFunction<ServerResponse> dashboardContext(Access access) {
        return nouns(Context.DASHBOARD, access, "dashboard").build();
    }

    /** Operators' requests to one context; lists over all contexts are in {@link OperatorLists}. */
    @Bean
    @Order(4)
    RouterFunction<ServerResponse> operators(Access access) {
        return route("operators")
                .route(path("/api/dead-letters/*/**"), http())
                .route(path("/api/projections/*/**"), http())
                .filter(access)
                .before(request -> uri("http://" + contextNamedBy(request).id()).apply(request))
                .build();
    }

    /**
     * The context that the third segment of the path names, {@code work} or {@code work:<id>}. Only admins learn that
     * there is no such context.
     */
    private static Context contextNamedBy(ServerRequest request) {
        var named = request.servletRequest().getServletPath().split("/", 5)[3].replaceFirst(":.*", "");
        return Stream.of(Context.values())
                .filter(context -> context.label().equals(named))
                .findFirst()
                .orElseThrow(() -> {
                    Access.mustAdminister(request);
                    return NO_SUCH_PATH.refused();
                });
    }

    @Bean
    @Order(100)
    RouterFunction<ServerResponse> nothingElse(Access access) {
        return RouterFunctions.route()
                .route(path("/api/**"), _ -> {
                    throw NO_SUCH_PATH.refused();
                })
                .filter(access)
                .build();
    }

    private static RouterFunctions.Builder nouns(
            Context context, HandlerFilterFunction<ServerResponse, ServerResponse> access, String... nouns) {
        var routes = route(context.id());
        for (var noun : nouns) routes.route(path("/api/" + noun + "/**"), http());
        return routes.before(uri("http://" + context.id())).filter(access);
    }
}
