package ilgam.work.imports.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

import ilgam.work.imports.line.SourceValue.Form;

import static ilgam.work.imports.line.UnreadableRow.Cause.NOT_JSON;

/** A JSON object of an uploaded file: its fields without null values. */
public final class SourceLine {

    private static final int DEEPEST = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Lines.LONGEST)
                    .maxNameLength(Lines.LONGEST)
                    .maxNumberLength(Lines.LONGEST)
                    .build())
            .build();

    private final Map<String, SourceValue> fields;

    private SourceLine(Map<String, SourceValue> fields) {
        this.fields = fields;
    }

    public static SourceLine read(String text) {
        try (var parser = parser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT)
                throw new UnreadableRow(NOT_JSON, "The line is not a JSON object.");
            var fields = new LinkedHashMap<String, SourceValue>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var value = value(parser.nextToken(), parser, text);
                if (value == null) fields.remove(name);
                else fields.put(name, value);
            }
            if (parser.nextToken() != null)
                throw new UnreadableRow(NOT_JSON, "The line is not valid JSON: something follows its object.");
            return new SourceLine(fields);
        } catch (JacksonException broken) {
            throw new UnreadableRow(NOT_JSON, "The line is not valid JSON: %s".formatted(broken.getOriginalMessage()));
        }
    }

    /** The first elements of a list that is known to be valid JSON, without null values. */
    static List<SourceValue> elements(String list, int most) {
        var elements = new ArrayList<SourceValue>();
        try (var parser = parser(list)) {
            parser.nextToken();
            for (var token = parser.nextToken();
                    token != JsonToken.END_ARRAY && elements.size() < most;
                    token = parser.nextToken()) {
                var value = value(token, parser, list);
                if (value != null) elements.add(value);
            }
        }
        return elements;
    }

    private static JsonParser parser(String text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    private static @Nullable SourceValue value(JsonToken token, JsonParser parser, String text) {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> new SourceValue(Form.TEXT, parser.getString());
            case START_ARRAY -> new SourceValue(Form.LIST, whole(parser, text));
            case START_OBJECT -> new SourceValue(Form.OBJECT, whole(parser, text));
            default -> new SourceValue(Form.LITERAL, parser.getString());
        };
    }

    private static String whole(JsonParser parser, String text) {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    @Nullable
    public SourceValue value(String field) {
        return fields.get(field);
    }

    /** A field as one text; null when missing or empty. */
    @Nullable
    public String word(String field) {
        var value = fields.get(field);
        return value == null ? null : value.word();
    }

    /** A field as one text, in any form: an object or a list becomes its JSON. */
    @Nullable
    public String verbatim(String field) {
        var value = fields.get(field);
        return value == null ? null : Tidy.sound(value.text());
    }

    /** All fields except the named and the empty ones. */
    public Map<String, SourceValue> without(Set<String> names) {
        var left = new LinkedHashMap<String, SourceValue>();
        fields.forEach((name, value) -> {
            if (!names.contains(name) && !value.isEmpty()) left.put(name, value);
        });
        return left;
    }

    public static String json(Map<String, SourceValue> fields) {
        var json = new StringBuilder("{");
        fields.forEach((name, value) -> {
            if (json.length() > 1) json.append(',');
            json.append(new SourceValue(Form.TEXT, name).json()).append(':').append(value.json());
        });
        return Tidy.sound(json.append('}').toString());
    }
}
