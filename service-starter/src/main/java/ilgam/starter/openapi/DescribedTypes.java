package ilgam.starter.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;

import static java.util.Objects.requireNonNull;

/**
 * What a service says of the types of a language module, which depends on the JDK alone and so describes nothing itself;
 * a service declares them as a bean.
 */
public record DescribedTypes(List<DescribedType> all) implements OpenApiCustomizer {

    /** A type by the name of its schema, and its fields by their names. */
    public record DescribedType(String name, String description, Map<String, String> fields) {}

    public DescribedTypes {
        all = List.copyOf(all);
    }

    /** None yet. */
    public static DescribedTypes none() {
        return new DescribedTypes(List.of());
    }

    /** The same, and this one. */
    public DescribedTypes and(String name, String description, Map<String, String> fields) {
        var more = new ArrayList<>(all);
        more.add(new DescribedType(name, description, fields));
        return new DescribedTypes(more);
    }

    @Override
    public void customise(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        for (var type : all) {
            Schema<?> schema = schemas.get(type.name());
            if (schema == null) throw new IllegalStateException("There is no schema " + type.name() + " to describe.");
            schema.setDescription(type.description());
            type.fields()
                    .forEach((field, description) -> requireNonNull(
                                    schema.getProperties().get(field), field)
                            .setDescription(description));
        }
    }
}
