package ilgam.starter.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** What an API's description leaves out: each place of it, in words. */
final class DescribedApi {

    private final JsonNode api;
    private final List<String> missing = new ArrayList<>();

    private DescribedApi(JsonNode api) {
        this.api = api;
    }

    static List<String> missingIn(JsonNode api) {
        var described = new DescribedApi(api);
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.operation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        api.at("/components/schemas")
                .properties()
                .forEach(schema -> described.schema(schema.getKey(), schema.getValue()));
        described.tags();
        return described.missing;
    }

    private void operation(String name, JsonNode operation) {
        text(name, operation, "summary");
        text(name, operation, "description");
        if (operation.path("responses").propertyNames().stream().noneMatch(status -> status.startsWith("4")))
            missing.add(name + " has no refusals");
        operation
                .path("parameters")
                .forEach(parameter -> text(name + " " + parameter.path("name").asString(), parameter, "description"));
        operation.at("/requestBody/content").properties().forEach(body -> {
            if (!body.getValue().has("example")) missing.add(name + " has no example of its " + body.getKey());
        });
    }

    /** A description or, for a field, that of a schema of its own, too, which says it is something else there. */
    private void schema(String name, JsonNode schema) {
        text(name, schema, "description");
        schema.path("properties")
                .properties()
                .forEach(field -> text(name + "." + field.getKey(), field.getValue(), "description"));
    }

    private void tags() {
        var described = new TreeSet<String>();
        api.path("tags").forEach(tag -> {
            text("tag " + tag.path("name").asString(), tag, "description");
            described.add(tag.path("name").asString());
        });
        var used = new TreeSet<String>();
        api.path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.asString()))));
        used.removeAll(described);
        used.forEach(tag -> missing.add("tag " + tag + " is not described"));
    }

    private void text(String name, JsonNode node, String field) {
        if (node.path(field).asString("").isBlank()) missing.add(name + " has no " + field);
    }
}
