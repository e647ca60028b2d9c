package ilgam.starter.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** The example of a body that a client sends, as its record's {@code @Schema} has it, stands where the body is described. */
final class BodyExamples implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(body -> show(body, named(body.getSchema(), api)));
    }

    private static void show(MediaType body, @Nullable Schema<?> schema) {
        if (body.getExample() == null && schema != null && schema.getExample() != null)
            body.setExample(schema.getExample());
    }

    private static @Nullable Schema<?> named(@Nullable Schema<?> schema, OpenAPI api) {
        if (schema == null || schema.get$ref() == null) return schema;
        var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        return api.getComponents().getSchemas().get(name);
    }
}
