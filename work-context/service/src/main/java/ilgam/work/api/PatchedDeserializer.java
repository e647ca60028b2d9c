package ilgam.work.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads the value, and distinguishes null from an absent field. */
final class PatchedDeserializer extends ValueDeserializer<Patched<?>> {

    private final @Nullable ValueDeserializer<?> ofValue;

    PatchedDeserializer() {
        this(null);
    }

    private PatchedDeserializer(@Nullable ValueDeserializer<?> ofValue) {
        this.ofValue = ofValue;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        var type = property == null ? context.getContextualType() : property.getType();
        return new PatchedDeserializer(
                context.findContextualValueDeserializer(type.containedTypeOrUnknown(0), property));
    }

    @Override
    public Patched<?> deserialize(JsonParser parser, DeserializationContext context) {
        return new Patched<>(true, ofValue == null ? null : ofValue.deserialize(parser, context));
    }

    @Override
    public Patched<?> getNullValue(DeserializationContext context) {
        return new Patched<>(true, null);
    }

    @Override
    public Patched<?> getAbsentValue(DeserializationContext context) {
        return Patched.leftOut();
    }
}
