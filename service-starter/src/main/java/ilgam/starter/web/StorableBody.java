package ilgam.starter.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Refuses a body in which a text, a date or an instant is not {@link Storable}; the refusal says where it stands. */
final class StorableBody extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> CHECKED = Set.of(String.class, LocalDate.class, Instant.class);

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier described, ValueDeserializer<?> deserializer) {
        return CHECKED.contains(described.getBeanClass()) ? new Checked(deserializer) : deserializer;
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
