package ilgam.starter.web;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import ilgam.starter.text.WordsOf;

/**
 * Describes records by their annotations: a component without {@code @Nullable} is required, one with it may be null. A
 * {@code @Schema} that requires a field wins. {@link PresentFields} adds for answers that nulls are written.
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
        var name = nameOf(component);
        var property = record.getProperties().get(name);
        var words = component.getAnnotation(WordsOf.class);
        if (property != null && words != null)
            name(words, property.getItems() == null ? property : property.getItems());
        if (property == null
                || (record.getRequired() != null && record.getRequired().contains(name))) return;
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) record.addRequiredItem(name);
        else if (isWritten(component)) {
            var written = orNull(property);
            written.addExtension(PresentFields.WRITTEN, true);
            record.getProperties().put(name, written);
        }
    }

    private static String nameOf(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static void name(WordsOf words, Schema<?> described) {
        if (!(described instanceof JsonSchema text)) return;
        for (var constant : words.value().getEnumConstants())
            text.addEnumItemObject(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Whether a null field is written as null rather than left out. */
    private static boolean isWritten(RecordComponent component) {
        var own = component.getAccessor().getAnnotation(JsonInclude.class);
        var include = own == null ? component.getDeclaringRecord().getAnnotation(JsonInclude.class) : own;
        return include == null || include.value() != JsonInclude.Include.NON_NULL;
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> either = new JsonSchema().oneOf(List.of(property, nothing()));
            either.setDescription(property.getDescription());
            property.setDescription(null);
            return either;
        }
        if (property.getTypes() != null) property.addType(NULL);
        return property;
    }

    private static Schema<?> nothing() {
        var nothing = new JsonSchema();
        nothing.addType(NULL);
        return nothing;
    }
}
