package ilgam.work.imports;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object of an uploaded file; every wrong value becomes a sentence that names its field. */
final class SourceLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final ObjectNode fields;

    private SourceLine(ObjectNode fields) {
        this.fields = fields;
    }

    static SourceLine read(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) return new SourceLine(object);
        } catch (JacksonException broken) {
            throw new Senseless("The line is not valid JSON: %s".formatted(broken.getOriginalMessage()));
        }
        throw new Senseless("The line is not a JSON object.");
    }

    /** A text that must be there. */
    String text(String field, int longest) {
        var text = optionalText(field, longest);
        if (text == null || text.isBlank()) throw new Senseless("The field \"%s\" is missing.".formatted(field));
        return text;
    }

    /** A text, or null where it is missing, null or empty. */
    @Nullable
    String optionalText(String field, int longest) {
        var node = fields.get(field);
        if (node == null || node.isNull()) return null;
        if (!node.isString() && !node.isNumber())
            throw new Senseless("The field \"%s\" should be a text.".formatted(field));
        var text = node.asString().replace("\0", "");
        if (text.length() > longest)
            throw new Senseless("The field \"%s\" is longer than %d characters.".formatted(field, longest));
        return text.isEmpty() ? null : text;
    }

    /** Like a text, but kept whatever it is: an object or a list becomes its JSON. */
    @Nullable
    String verbatim(String field) {
        var node = fields.get(field);
        if (node == null || node.isNull()) return null;
        return (node.isString() ? node.asString() : node.toString()).replace("\0", "");
    }

    Instant instant(String field) {
        var text = text(field, 40);
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(Instant.now().plusSeconds(86_400)))
                throw new Senseless("The field \"%s\" is not a time that has been: %s.".formatted(field, text));
            return instant;
        } catch (DateTimeParseException notATime) {
            throw new Senseless(
                    "The field \"%s\" is not an ISO 8601 time with its zone: \"%s\".".formatted(field, text));
        }
    }

    long number(String field, long otherwise) {
        var node = fields.get(field);
        if (node == null || node.isNull()) return otherwise;
        if (!node.isIntegralNumber() || !node.canConvertToLong())
            throw new Senseless("The field \"%s\" should be a whole number.".formatted(field));
        return node.longValue();
    }

    Iterable<JsonNode> list(String field) {
        var node = fields.get(field);
        if (node == null || node.isNull()) return java.util.List.of();
        if (!node.isArray()) throw new Senseless("The field \"%s\" should be a list.".formatted(field));
        return node;
    }

    /** What is left after the named fields are taken away, without what is null or empty. */
    Map<String, JsonNode> without(java.util.Set<String> names) {
        var left = new LinkedHashMap<String, JsonNode>();
        fields.forEachEntry((name, node) -> {
            if (!names.contains(name) && !isEmpty(node)) left.put(name, node);
        });
        return left;
    }

    private static boolean isEmpty(JsonNode node) {
        if (node.isString()) return node.asString().isEmpty();
        return node.isNull() || (node.isContainer() && node.isEmpty());
    }

    static String json(Map<String, JsonNode> fields) {
        return JSON.writeValueAsString(fields);
    }
}
