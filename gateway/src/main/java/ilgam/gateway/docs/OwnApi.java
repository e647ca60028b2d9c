package ilgam.gateway.docs;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The gateway's own document of its API: the paths that lead to no single context. */
@Component
public final class OwnApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TAG = "Operations";

    /** What {@link ilgam.gateway.problem.Problem} writes. */
    @Description("Why a request was refused (RFC 9457): reason tells programs, detail tells members.")
    private record ProblemView(
            @Description("The reason as the address of its kind.")
            String type,

            @Description("The status in words.") String title,
            @Description("The answer's status.") long status,

            @Description("A sentence that a member can act on.")
            String detail,

            @Description("Why it is refused: a code that stays.")
            String reason,

            @Description("What the detail tells of, by name.")
            Map<String, Object> values,

            @Description("By which operators find the request.")
            String traceId) {}

    private final ObjectNode document = JSON.createObjectNode();
    private final ObjectNode schemas;

    OwnApi(List<Described> paths) {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "Ilgam: gateway").put("version", "1");
        document.putArray("tags")
                .addObject()
                .put("name", TAG)
                .put(
                        "description",
                        "What those who run the system look after: health, instances, and what can be read of the API.");
        schemas = document.putObject("components").putObject("schemas");
        schemas.set("Problem", object(ProblemView.class));
        var all = document.putObject("paths");
        paths.stream()
                .sorted(Comparator.comparing(Described::path))
                .forEach(path -> all.putObject(path.path()).set("get", operation(path)));
    }

    /** As it is kept in {@code docs/openapi}. */
    public JsonNode document() {
        return document;
    }

    private ObjectNode operation(Described described) {
        var operation = JSON.createObjectNode()
                .put("operationId", described.operation())
                .put("summary", described.summary())
                .put("description", described.description());
        operation.putArray("tags").add(TAG);
        if (described.open()) operation.putArray("security");
        if (!described.queries().isEmpty()) {
            var parameters = operation.putArray("parameters");
            for (var query : described.queries())
                parameters
                        .addObject()
                        .put("name", query.name())
                        .put("in", "query")
                        .put("description", query.description())
                        .putObject("schema")
                        .put("type", "string");
        }
        var responses = operation.putObject("responses");
        responses
                .putObject("200")
                .put("description", "OK")
                .putObject("content")
                .putObject(described.answer() == String.class ? "text/html" : "application/json")
                .set("schema", schema(described.answer()));
        described.refusals().forEach(refusal -> refused(refusal, responses));
        return operation;
    }

    /** As the contexts describe theirs. */
    static void refused(String statusAndReasons, ObjectNode responses) {
        var words = List.of(statusAndReasons.split(" "));
        var reasons = words.subList(1, words.size());
        var answer = responses.putObject(words.getFirst());
        answer.put("description", "Refused: " + String.join(", ", reasons));
        var both = answer.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .putArray("allOf");
        both.addObject().put("$ref", "#/components/schemas/Problem");
        var reason =
                both.addObject().put("type", "object").putObject("properties").putObject("reason");
        reason.put("type", "string");
        reasons.forEach(reason.putArray("enum")::add);
    }

    private ObjectNode schema(Type type) {
        var schema = JSON.createObjectNode();
        if (type instanceof ParameterizedType generic) {
            var of = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class)
                schema.put("type", "object").set("additionalProperties", schema(of[1]));
            else schema.put("type", "array").set("items", schema(of[0]));
        } else if (type instanceof Class<?> one && one.isRecord()) {
            schema.put("$ref", "#/components/schemas/" + one.getSimpleName());
            if (!schemas.has(one.getSimpleName())) schemas.set(one.getSimpleName(), object(one));
        } else if (type == long.class) schema.put("type", "integer").put("format", "int64");
        else if (type == Instant.class) schema.put("type", "string").put("format", "date-time");
        else schema.put("type", type == String.class ? "string" : "object");
        return schema;
    }

    private ObjectNode object(Class<?> record) {
        var object = JSON.createObjectNode().put("type", "object");
        describe(object, record);
        var properties = object.putObject("properties");
        var required = object.putArray("required");
        for (var component : record.getRecordComponents()) {
            var schema = schema(component.getGenericType());
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                var either = properties.putObject(component.getName()).putArray("oneOf");
                either.add(schema).addObject().put("type", "null");
            } else properties.set(component.getName(), schema);
            describe((ObjectNode) properties.get(component.getName()), component);
            required.add(component.getName());
        }
        return object;
    }

    private static void describe(ObjectNode schema, AnnotatedElement described) {
        var description = described.getAnnotation(Description.class);
        if (description != null) schema.put("description", description.value());
    }
}
