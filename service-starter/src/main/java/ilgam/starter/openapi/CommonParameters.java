package ilgam.starter.openapi;

import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes the parameters that mean the same wherever they are, where the operation says nothing of its own. */
final class CommonParameters implements OpenApiCustomizer {

    private static final Map<String, String> MEANINGS = Map.of(
            "If-Match",
                    "The ETag of the version that is to be changed. With it, the change is refused with 412 when"
                            + " something that it touches has changed since.",
            "If-None-Match", "The ETag of what the client has already: 304 when that is still so.",
            "Idempotency-Key", "The same key, path and body within 24 hours happens once and gets the same answer.",
            "at", "As of this instant, ISO 8601; now when left out.",
            "cursor", "The next of the page before; the first page when left out.",
            "limit", "How many there are on a page, 1 to 200; 50 when left out.",
            "count", "Whether total says how many there are on all pages.",
            "id", "Its id.",
            "key", "Its key, such as WEB-12, or its id.");

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .forEach(CommonParameters::describe);
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null) parameter.setDescription(MEANINGS.get(parameter.getName()));
    }
}
