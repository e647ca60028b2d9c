package ilgam.starter.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.text.UnfitText;

/** The problem of a request's body, with a sentence for the one who wrote it. */
record BadBody(HttpStatus status, Refusal reason, Sentence sentence, List<FieldError> errors) {

    static @Nullable BadBody in(Exception failure) {
        if (has(failure, BodyTooLarge.class) != null) return tooLarge();
        if (has(failure, StreamConstraintsException.class) != null)
            return new BadBody(
                    HttpStatus.CONTENT_TOO_LARGE,
                    CommonReason.BODY_TOO_LARGE,
                    Sentence.of("The body has a value that is too long, too many values or too deep a nesting."),
                    List.of());
        var json = has(failure, JacksonException.class);
        if (json != null && failure instanceof HttpMessageNotReadableException) return of(json);
        return failure instanceof HttpMessageNotReadableException ? broken("A JSON body is needed here.") : null;
    }

    private static <T extends Throwable> @Nullable T has(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (type.isInstance(cause)) return type.cast(cause);
        return null;
    }

    static BadBody tooLarge() {
        return new BadBody(
                HttpStatus.CONTENT_TOO_LARGE,
                CommonReason.BODY_TOO_LARGE,
                Sentence.of("The body is larger than {most}.", Map.of("most", "1 MiB")),
                List.of());
    }

    private static BadBody of(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                oneField(
                        unknown,
                        CommonReason.UNKNOWN_FIELD,
                        Sentence.of("There is no field \"{field}\" here.", Map.of("field", unknown.getPropertyName())));
            case InvalidFormatException wrong ->
                oneField(
                        wrong,
                        CommonReason.WRONG_VALUE,
                        expected("This is not a valid value: ", wrong.getTargetType()));
            case MismatchedInputException wrong ->
                oneField(wrong, CommonReason.WRONG_TYPE, expected("This has the wrong type: ", wrong.getTargetType()));
            case StreamReadException broken -> bad(CommonReason.MALFORMED_BODY, notJson(broken), List.of());
            case DatabindException value -> value(value);
            default -> broken("The body could not be read.");
        };
    }

    private static BadBody value(DatabindException failure) {
        if (!(failure.getCause() instanceof UnfitText unfit))
            return oneField(failure, CommonReason.WRONG_VALUE, Sentence.of(sentence(failure)));
        var sentence = Sentence.of(unfit.sentence());
        var error = new FieldError(pointer(failure), CommonReason.CONTROL_CHARACTERS, sentence);
        return bad(CommonReason.WRONG_VALUE, sentence, List.of(error));
    }

    private static BadBody oneField(DatabindException failure, Refusal reason, Sentence sentence) {
        return bad(reason, sentence, List.of(new FieldError(pointer(failure), reason, sentence)));
    }

    private static BadBody broken(String sentence) {
        return bad(CommonReason.MALFORMED_BODY, Sentence.of(sentence), List.of());
    }

    private static BadBody bad(Refusal reason, Sentence sentence, List<FieldError> errors) {
        return new BadBody(HttpStatus.BAD_REQUEST, reason, sentence, errors);
    }

    /** A value object's own message, if it has one. */
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

    /**
     * A sentence about the expected value. The value {@code expected} names its type; for a choice, {@code choices} are
     * the possible values.
     */
    private static Sentence expected(String start, @Nullable Class<?> type) {
        if (type != null && type.isEnum())
            return Sentence.of(
                    start + "expected is one of {choices}.", Map.of("expected", "choice", "choices", names(type)));
        var kind = kind(type);
        return Sentence.of(start + inWords(kind) + ".", Map.of("expected", kind));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) return "other";
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) return "number";
        if (CharSequence.class.isAssignableFrom(type)) return "text";
        if (type == boolean.class || type == Boolean.class) return "boolean";
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) return "list";
        return switch (type.getSimpleName()) {
            case "Instant" -> "instant";
            case "LocalDate" -> "date";
            case "UUID" -> "id";
            default -> "object";
        };
    }

    private static String inWords(String kind) {
        return switch (kind) {
            case "number" -> "a number is expected";
            case "text" -> "a text is expected";
            case "boolean" -> "true or false is expected";
            case "list" -> "a list is expected";
            case "instant" -> "an instant such as 2026-11-22T09:30:00Z is expected";
            case "date" -> "a date such as 2026-11-22 is expected";
            case "id" -> "an id (UUID) is expected";
            case "object" -> "an object is expected";
            default -> "something else is expected";
        };
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
    }

    private static Sentence notJson(StreamReadException failure) {
        var place = failure.getLocation();
        return place == null || place.getLineNr() < 1
                ? Sentence.of("The body is not valid JSON.")
                : Sentence.of(
                        "The body is not valid JSON (line {line}, column {column}).",
                        Map.of("line", place.getLineNr(), "column", place.getColumnNr()));
    }
}
