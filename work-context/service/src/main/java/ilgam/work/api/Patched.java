package ilgam.work.api;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a JSON merge patch: absent, or given; null clears the value. A component of this type in a body's record
 * is absent when the body lacks it.
 */
@JsonDeserialize(using = PatchedDeserializer.class)
record Patched<T>(boolean given, @Nullable T value) {

    static <T> Patched<T> leftOut() {
        return new Patched<>(false, null);
    }

    /** Given unless null. */
    static <T> Patched<T> ofNullable(@Nullable T value) {
        return new Patched<>(value != null, value);
    }

    /** The changes that follow from the field; none when it is absent. */
    <C> List<C> to(Function<@Nullable T, ? extends C> change) {
        return given ? List.of(change.apply(value)) : List.of();
    }
}
