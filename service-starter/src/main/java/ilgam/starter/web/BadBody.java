package ilgam.starter.web;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import ilgam.starter.text.UnfitText;

/** What is wrong with a request's body, in words for whoever wrote it. */
record BadBody(HttpStatus status, String reason, String detail, List<FieldError> errors) {

    static @Nullable BadBody in(Exception failure) {
        if (has(failure, BodyTooLarge.class) != null) return tooLarge();
        if (has(failure, StreamConstraintsException.class) != null)
            return new BadBody(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-large",
                    "The body has a value that is too long, or too many or too deeply nested values.",
                    List.of());
        var json = has(failure, JacksonException.class);
        if (json != null && failure instanceof HttpMessageNotReadableException) return of(json);
        return failure instanceof HttpMessageNotReadableException
                ? bad("malformed-body", "A JSON body is needed here.", List.of())
                : null;
    }

    private static <T extends Throwable> @Nullable T has(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (type.isInstance(cause)) return type.cast(cause);
        return null;
    }

    static BadBody tooLarge() {
        return new BadBody(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is larger than 1 MiB.", List.of());
    }

    private static BadBody of(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                oneField(unknown, "unknown-field", "There is no field \"" + unknown.getPropertyName() + "\" here.");
            case InvalidFormatException wrong ->
                oneField(wrong, "wrong-value", "This is not a valid value: " + expected(wrong.getTargetType()) + ".");
            case MismatchedInputException wrong ->
                oneField(wrong, "wrong-type", "This has the wrong type: " + expected(wrong.getTargetType()) + ".");
            case StreamReadException broken ->
                bad("malformed-body", "The body is not valid JSON" + at(broken), List.of());
            case DatabindException value -> value(value);
            default -> bad("malformed-body", "The body could not be read.", List.of());
        };
    }

    private static BadBody value(DatabindException failure) {
        if (!(failure.getCause() instanceof UnfitText unfit))
            return oneField(failure, "wrong-value", sentence(failure));
        var error = new FieldError(pointer(failure), unfit.sentence(), UnfitText.REASON);
        return bad("wrong-value", unfit.sentence(), List.of(error));
    }

    private static BadBody oneField(DatabindException failure, String reason, String message) {
        return bad(reason, message, List.of(new FieldError(pointer(failure), message)));
    }

    private static BadBody bad(String reason, String detail, List<FieldError> errors) {
        return new BadBody(HttpStatus.BAD_REQUEST, reason, detail, errors);
    }

    /** A value object's own complaint, where it made one. */
    private static String sentence(DatabindException failure) {
        var cause = failure.getCause();
        return cause instanceof RuntimeException && cause.getMessage() != null && !(cause instanceof JacksonException)
                ? cause.getMessage()
                : "This is not a valid value.";
    }

    private static String pointer(JacksonException failure) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            pointer.append('/');
            var name = step.getPropertyName();
            if (name == null) pointer.append(step.getIndex());
            else pointer.append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) return "something else is expected";
        if (type.isEnum()) return "expected is one of " + String.join(", ", names(type));
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class))
            return "a number is expected";
        if (CharSequence.class.isAssignableFrom(type)) return "a text is expected";
        if (type == boolean.class || type == Boolean.class) return "true or false is expected";
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) return "a list is expected";
        return switch (type.getSimpleName()) {
            case "Instant" -> "an instant such as 2026-11-22T09:30:00Z is expected";
            case "LocalDate" -> "a date such as 2026-11-22 is expected";
            case "UUID" -> "an id (UUID) is expected";
            default -> "an object is expected";
        };
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }

    private static String at(StreamReadException failure) {
        var place = failure.getLocation();
        return place == null || place.getLineNr() < 1
                ? "."
                : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ").";
    }
}
