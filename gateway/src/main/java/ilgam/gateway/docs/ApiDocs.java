package ilgam.gateway.docs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import ilgam.gateway.access.Access;
import ilgam.gateway.problem.Problem;
import ilgam.gateway.problem.Refused;
import ilgam.gateway.registry.Context;
import ilgam.gateway.registry.Instance;
import ilgam.gateway.registry.Instances;
import ilgam.gateway.upstream.ContextClient;

/** {@code /api/openapi.json} for programs and {@code /api/docs} for people. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

    private static final Logger log = LoggerFactory.getLogger(ApiDocs.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Problem NOBODY_THERE = new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "The services are still starting; try again in a moment.",
            1);

    private final Instances instances;
    private final ContextClient contexts;
    private final ObjectProvider<OwnApi> own;
    private volatile @Nullable Known known;

    /** Good for as long as the same instances are there. */
    private record Known(List<Instance> from, JsonNode api) {}

    ApiDocs(Instances instances, ContextClient contexts, ObjectProvider<OwnApi> own) {
        this.own = own;
        this.instances = instances;
        this.contexts = contexts;
    }

    @Bean
    @Order(11)
    RouterFunction<ServerResponse> docs(Access access) {
        return RouterFunctions.route()
                .GET("/api/openapi.json", _ -> document())
                .HEAD("/api/openapi.json", _ -> document())
                .GET("/api/docs", _ -> page())
                .HEAD("/api/docs", _ -> page())
                .filter(access)
                .build();
    }

    @Bean
    Described documentDescribed() {
        return Described.open(
                "/api/openapi.json",
                "openapi",
                "This description, for programs",
                "For everybody. An OpenAPI 3.1 document of every operation of all services, with the reasons for which each refuses a request.",
                Object.class,
                "503 unavailable");
    }

    @Bean
    Described pageDescribed() {
        return Described.open(
                "/api/docs",
                "docs",
                "This description, for people",
                "For everybody. A guide, and the same reference as /api/openapi.json, as one page without scripts.",
                String.class,
                "503 unavailable");
    }

    private ServerResponse document() {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-cache")
                .body(JSON.writeValueAsBytes(api()));
    }

    private ServerResponse page() {
        return ServerResponse.ok()
                .contentType(HTML)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", DocsPage.POLICY)
                .body(DocsPage.of(api()));
    }

    private JsonNode api() {
        var present = new ArrayList<Instance>();
        for (var context : Context.values()) present.addAll(instances.of(context));
        var last = known;
        if (last != null && last.from().equals(present)) return last.api();

        var merged = new MergedApi().withOwn(own.getObject().document());
        var missing = 0;
        for (var context : Context.values()) if (!add(context, merged)) missing++;
        if (missing == Context.values().length) throw NOBODY_THERE.refused();
        if (missing == 0) known = new Known(present, merged.document());
        return merged.document();
    }

    private boolean add(Context context, MergedApi merged) {
        try {
            var reply = contexts.get(context, "/v3/api-docs");
            if (reply.status() != 200) return false;
            merged.with(context, JSON.readTree(reply.body()));
            return true;
        } catch (Refused | JacksonException absent) {
            log.debug("No API document of the {} context", context.label(), absent);
            return false;
        }
    }
}
