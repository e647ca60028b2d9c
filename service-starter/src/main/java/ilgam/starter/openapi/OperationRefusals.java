package ilgam.starter.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPatternParser;

import ilgam.starter.security.PublicPaths;

/**
 * Describes for which reasons each operation refuses a request: those that its method, parameters and body bring with
 * them, and its own ones, which {@link Refuses} lists. What most operations have of a status is described once.
 */
final class OperationRefusals implements OperationCustomizer, OpenApiCustomizer {

    private static final String OWN = "x-refuses";
    private static final int SHARED_FROM = 5;

    private final List<PublicPaths> open;

    OperationRefusals(List<PublicPaths> open) {
        this.open = open;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var own = new ArrayList<String>();
        for (var element : List.of(handler.getBeanType(), handler.getMethod())) {
            var refuses = AnnotatedElementUtils.findMergedAnnotation(element, Refuses.class);
            if (refuses != null) own.addAll(List.of(refuses.value()));
        }
        if (!own.isEmpty()) operation.addExtension(OWN, own);
        return operation;
    }

    @Override
    public void customise(OpenAPI api) {
        var all = new ArrayList<Described>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    boolean isOpen = isOpen(method.name(), path);
                    if (isOpen) operation.setSecurity(List.of());
                    all.add(new Described(
                            operation,
                            CommonRefusals.of(method, operation, isOpen)
                                    .addWritten(own(operation))
                                    .byStatus()));
                }));
        all.forEach(each -> each.refusals()
                .forEach((status, reasons) -> each.operation()
                        .getResponses()
                        .addApiResponse(status.toString(), answer(status, reasons, all, api))));
    }

    private record Described(Operation operation, Map<Integer, SortedSet<String>> refusals) {}

    @SuppressWarnings("unchecked")
    private static List<String> own(Operation operation) {
        var extensions = operation.getExtensions();
        var own = extensions == null ? null : (List<String>) extensions.remove(OWN);
        return own == null ? List.of() : own;
    }

    private boolean isOpen(String method, String path) {
        return open.stream()
                .flatMap(paths -> paths.paths().stream())
                .anyMatch(each -> each.method().matches(method)
                        && PathPatternParser.defaultInstance
                                .parse(each.pattern())
                                .matches(PathContainer.parsePath(path)));
    }

    private static ApiResponse answer(int status, SortedSet<String> reasons, Collection<Described> all, OpenAPI api) {
        if (!isMostCommon(status, reasons, all)) return described(status, reasons);
        var name = HttpStatus.valueOf(status).getReasonPhrase().replace(" ", "");
        if (api.getComponents().getResponses() == null
                || !api.getComponents().getResponses().containsKey(name))
            api.getComponents().addResponses(name, described(status, reasons));
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private static boolean isMostCommon(int status, SortedSet<String> reasons, Collection<Described> all) {
        var counts = new TreeMap<String, Integer>();
        for (var each : all) {
            var given = each.refusals().get(status);
            if (given != null) counts.merge(String.join(" ", given), 1, Integer::sum);
        }
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return most.getValue() >= SHARED_FROM && most.getKey().equals(String.join(" ", reasons));
    }

    private static ApiResponse described(int status, SortedSet<String> reasons) {
        var problem = new JsonSchema();
        problem.set$ref("#/components/schemas/Problem");
        var reason = new JsonSchema();
        reason.addType("string");
        reasons.forEach(reason::addEnumItemObject);
        var narrowed = new JsonSchema();
        narrowed.addType("object");
        narrowed.addProperty("reason", reason);
        Schema<?> both = new JsonSchema();
        both.setAllOf(List.of(problem, narrowed));
        return new ApiResponse()
                .description(HttpStatus.valueOf(status).getReasonPhrase() + ": " + String.join(", ", reasons))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(both)));
    }
}
