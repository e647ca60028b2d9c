package ilgam.starter.forms;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * After a return to an earlier version, events may contain enum constants that it does not know. An enum of a published
 * language then names the constant with the fewest rights as a stand-in, by a static method {@code unknown} without
 * parameters. The stored event stays as it is.
 */
final class UnknownConstants extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        return standInFor(type);
    }

    @Override
    public @Nullable Object handleWeirdKey(DeserializationContext context, Class<?> type, String key, String message) {
        return standInFor(type);
    }

    private static @Nullable Object standInFor(Class<?> type) {
        if (!type.isEnum()) return NOT_HANDLED;
        try {
            var unknown = type.getMethod("unknown");
            return Modifier.isStatic(unknown.getModifiers()) ? unknown.invoke(null) : NOT_HANDLED;
        } catch (NoSuchMethodException none) {
            return NOT_HANDLED;
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(type + ".unknown() failed.", failed);
        }
    }
}
