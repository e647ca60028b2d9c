package ilgam.starter.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * A body that an API's description shows, for a request with it.
 *
 * @param path of the operation, with its variables
 * @param files the parts of an upload that are files
 */
public record ExampleBody(String method, String path, String type, JsonNode shown, Set<String> files) {

    private static final String BOUNDARY = "example";

    static List<ExampleBody> allOf(JsonNode api) {
        var all = new ArrayList<ExampleBody>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .at("/requestBody/content")
                                .properties()
                                .forEach(body -> all.add(new ExampleBody(
                                        operation.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        body.getKey(),
                                        body.getValue().path("example"),
                                        filesOf(api, body.getValue()))))));
        return all;
    }

    private static Set<String> filesOf(JsonNode api, JsonNode body) {
        var schema = api.at(body.at("/schema/$ref").asString("#").substring(1));
        return schema.path("properties").properties().stream()
                .filter(field -> field.getValue().path("format").asString("").equals("binary"))
                .map(field -> field.getKey())
                .collect(Collectors.toSet());
    }

    /** The operation, and which of its bodies this is. */
    public String operation() {
        return isUpload() ? method + " " + path + " as an upload" : method + " " + path;
    }

    /** The header that says what the body is. */
    public String contentType() {
        return isUpload() ? type + "; boundary=" + BOUNDARY : type;
    }

    /** The body as it is sent. */
    public String text() {
        return isUpload() ? parts() : shown.toString();
    }

    private boolean isUpload() {
        return type.startsWith("multipart/");
    }

    private String parts() {
        var parts = new StringBuilder();
        shown.properties()
                .forEach(part -> parts.append("--")
                        .append(BOUNDARY)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(part.getKey())
                        .append(files.contains(part.getKey()) ? "\"; filename=\"" + part.getKey() + "\"" : "\"")
                        .append("\r\n\r\n")
                        .append(part.getValue().asString())
                        .append("\r\n"));
        return parts.append("--").append(BOUNDARY).append("--\r\n").toString();
    }
}
