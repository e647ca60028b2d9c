package ilgam.starter.web;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes nullable fields of answers as always present, as nulls are written. In request bodies they may be left out.
 */
final class PresentFields implements OpenApiCustomizer {

    /** Marks a field that is written even if it is null. */
    static final String WRITTEN = "x-written";

    @Override
    public void customise(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        if (schemas == null) return;
        var sent = new HashSet<String>();
        operations(api).forEach(operation -> {
            var body = operation.getRequestBody();
            if (body != null) collect(body.getContent(), api, sent);
            if (operation.getParameters() != null) operation.getParameters().forEach(PresentFields::given);
        });
        schemas.forEach((name, schema) -> describe(schema, !sent.contains(name)));
    }

    private static void describe(Schema<?> schema, boolean isAnswered) {
        if (schema.getProperties() == null) return;
        schema.getProperties().forEach((name, property) -> {
            var extensions = property.getExtensions();
            if (extensions == null || extensions.remove(WRITTEN) == null) return;
            if (isAnswered) schema.addRequiredItem(name);
        });
    }

    /** A parameter may be absent and is never null. */
    private static void given(Parameter parameter) {
        var schema = parameter.getSchema();
        if (schema != null && schema.getTypes() != null) schema.getTypes().remove("null");
    }

    private static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
    }

    private static void collect(@Nullable Content content, OpenAPI api, Set<String> names) {
        if (content != null) content.values().forEach(media -> collect(media.getSchema(), api, names));
    }

    private static void collect(@Nullable Schema<?> schema, OpenAPI api, Set<String> names) {
        if (schema == null) return;
        var reference = schema.get$ref();
        if (reference != null) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (names.add(name)) collect(api.getComponents().getSchemas().get(name), api, names);
        }
        collect(schema.getItems(), api, names);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) collect(values, api, names);
        if (schema.getProperties() != null)
            schema.getProperties().forEach((_, property) -> collect(property, api, names));
        if (schema.getOneOf() != null) schema.getOneOf().forEach(one -> collect(one, api, names));
    }
}
