package ilgam.dashboard.api;

import java.util.Arrays;
import java.util.Iterator;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes what an answer always has as required: every component of its record that cannot be null. */
@Component
class RequiredProperties implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        var schema = chain.next().resolve(type, context, chain);
        var described = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && described.isRecord()) require(described, model(schema, context));
        return schema;
    }

    private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        if (schema.get$ref() == null) return schema;
        var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        return context.getDefinedModels().getOrDefault(name, schema);
    }

    private static void require(Class<?> described, Schema<?> model) {
        if (model.getProperties() == null) return;
        Arrays.stream(described.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .filter(component -> model.getProperties().containsKey(component.getName()))
                .filter(component ->
                        model.getRequired() == null || !model.getRequired().contains(component.getName()))
                .forEach(component -> model.addRequiredItem(component.getName()));
    }
}
