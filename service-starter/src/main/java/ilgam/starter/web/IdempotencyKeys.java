package ilgam.starter.web;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Adds the Idempotency-Key to the API description of every request that {@link IdempotencyFilter} handles. */
final class IdempotencyKeys implements GlobalOpenApiCustomizer {

    private static final Set<HttpMethod> UNSAFE =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final List<IdempotencyExempt> exempt;

    IdempotencyKeys(List<IdempotencyExempt> exempt) {
        this.exempt = exempt;
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getPaths() == null) return;
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (counts(method, path)) describe(operation);
                }));
    }

    private boolean counts(HttpMethod method, String path) {
        return UNSAFE.contains(method)
                && path.startsWith("/api/")
                && exempt.stream().noneMatch(each -> each.covers(method.name(), path));
    }

    private static void describe(Operation operation) {
        var text = new JsonSchema();
        text.addType("string");
        operation.addParametersItem(new HeaderParameter()
                .name(IdempotencyFilter.HEADER)
                .description("The same key, path and body within 24 hours happens once and gets the same answer.")
                .required(false)
                .schema(text.minLength(1).maxLength(200)));
    }
}
