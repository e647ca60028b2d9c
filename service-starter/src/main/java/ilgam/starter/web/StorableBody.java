package ilgam.starter.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;

import ilgam.starter.text.Prose;
import ilgam.starter.text.Text;
import ilgam.starter.text.Verbatim;

/**
 * Applies the rules for texts and dates when bodies are read: every text must be a line of {@link Text} unless its
 * field is {@link Prose} or {@link Verbatim}; dates and instants must be {@link Storable}. A refusal names the field.
 */
final class StorableBody extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> CHECKED = Set.of(LocalDate.class, Instant.class);

    static SimpleModule module() {
        return new SimpleModule("storable bodies")
                .setDeserializerModifier(new StorableBody())
                .addKeyDeserializer(String.class, new Keys())
                .addDeserializer(JsonNode.class, new Trees());
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier described, ValueDeserializer<?> deserializer) {
        var type = described.getBeanClass();
        if (type == String.class) return new Texts(deserializer, Kind.LINE);
        if (type == LocalDate.class) return new Checked(new Dates());
        return CHECKED.contains(type) ? new Checked(deserializer) : deserializer;
    }

    private enum Kind {
        LINE,
        PROSE,
        VERBATIM;

        static Kind of(@Nullable BeanProperty property) {
            if (property == null) return LINE;
            if (property.getAnnotation(Verbatim.class) != null) return VERBATIM;
            return property.getAnnotation(Prose.class) == null ? LINE : PROSE;
        }

        String read(String text) {
            return switch (this) {
                case LINE -> Text.line(text);
                case PROSE -> Text.prose(text);
                case VERBATIM -> text;
            };
        }
    }

    private static final class Texts extends DelegatingDeserializer {

        private final Kind kind;

        Texts(ValueDeserializer<?> reading, Kind kind) {
            super(reading);
            this.kind = kind;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reading) {
            return new Texts(reading, kind);
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new Texts(_delegatee, Kind.of(property));
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            return super.deserialize(parser, context) instanceof String text ? kind.read(text) : null;
        }
    }

    /** Keys of an object whose names the client chooses. */
    private static final class Keys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return Text.line(key);
        }
    }

    /** Values that a controller reads as a tree; all their texts are lines. */
    private static final class Trees extends StdDeserializer<JsonNode> {

        private final ValueDeserializer<? extends JsonNode> reading =
                JsonNodeDeserializer.getDeserializer(JsonNode.class);

        Trees() {
            super(JsonNode.class);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) {
            return read(reading.deserialize(parser, context));
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context) {
            return JsonNodeFactory.instance.nullNode();
        }

        private static JsonNode read(JsonNode node) {
            if (node.isString()) return JsonNodeFactory.instance.stringNode(Text.line(node.stringValue()));
            if (node.isArray()) {
                var items = JsonNodeFactory.instance.arrayNode();
                node.valueStream().map(Trees::read).forEach(items::add);
                return items;
            }
            if (!node.isObject()) return node;
            var fields = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties())
                fields.set(Text.line(field.getKey()), read(field.getValue()));
            return fields;
        }
    }

    /** Dates in the format 2026-11-22 only. */
    private static final class Dates extends StdDeserializer<LocalDate> {

        Dates() {
            super(LocalDate.class);
        }

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue() || parser.getValueAsString() == null)
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            var text = parser.getValueAsString();
            var day = StorableDates.day(text);
            return day == null ? (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no date") : day;
        }
    }

    private static final class Checked extends DelegatingDeserializer {

        Checked(ValueDeserializer<?> reading) {
            super(reading);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reading) {
            return new Checked(reading);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            var value = super.deserialize(parser, context);
            if (value != null) Storable.mustBe(value);
            return value;
        }
    }
}
