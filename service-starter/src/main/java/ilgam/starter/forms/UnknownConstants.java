package ilgam.starter.forms;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * After a return to the version before, events may hold constants that it does not know. An enum of a published language
 * says itself what it takes them for, by a static method without parameters named {@code unknown}: the constant that
 * gives least. The stored event keeps what it says.
 */
final class UnknownConstants extends DeserializationProblemHandler {

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        return stoodInFor(type);
    }

    @Override
    public @Nullable Object handleWeirdKey(DeserializationContext context, Class<?> type, String key, String message) {
        return stoodInFor(type);
    }

    private static @Nullable Object stoodInFor(Class<?> type) {
        if (!type.isEnum()) return NOT_HANDLED;
        try {
            var unknown = type.getMethod("unknown");
            return Modifier.isStatic(unknown.getModifiers()) ? unknown.invoke(null) : NOT_HANDLED;
        } catch (NoSuchMethodException none) {
            return NOT_HANDLED;
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException("What an unknown constant of " + type + " stands for is not told.", failed);
        }
    }
}
