package ilgam.starter.web;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as their Java says: what is not {@code @Nullable} is always there, what is may be null. A field that
 * its {@code @Schema} requires stays as it is.
 */
final class RecordSchemas implements ModelConverter {

    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        var resolved = chain.next().resolve(type, context, chain);
        var java = type.getType() == null
                ? Object.class
                : Json.mapper().constructType(type.getType()).getRawClass();
        var described = resolved == null ? null : itself(resolved, context);
        if (java.isRecord() && described != null && described.getProperties() != null)
            for (var component : java.getRecordComponents()) mark(described, component);
        return resolved;
    }

    private static @Nullable Schema<?> itself(Schema<?> schema, ModelConverterContext context) {
        var reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void mark(Schema<?> record, RecordComponent component) {
        var name = component.getName();
        var property = record.getProperties().get(name);
        if (property == null
                || (record.getRequired() != null && record.getRequired().contains(name))) return;
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class))
            record.getProperties().put(name, orNull(property));
        else record.addRequiredItem(name);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) return new JsonSchema().oneOf(List.of(property, nothing()));
        if (property.getTypes() != null) property.addType(NULL);
        return property;
    }

    private static Schema<?> nothing() {
        var nothing = new JsonSchema();
        nothing.addType(NULL);
        return nothing;
    }
}
