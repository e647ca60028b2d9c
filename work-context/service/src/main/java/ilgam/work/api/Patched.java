package ilgam.work.api;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a JSON merge patch, which can be left out, or given; given as null it clears what it names. A body's
 * record can have components of this type: one that the body lacks comes as left out.
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

    /** What follows from the field, when it was given. */
    <C> List<C> to(Function<@Nullable T, ? extends C> change) {
        return given ? List.of(change.apply(value)) : List.of();
    }
}
