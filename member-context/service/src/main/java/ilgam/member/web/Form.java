package ilgam.member.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

import ilgam.member.text.Invalid;
import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.FieldError;
import ilgam.starter.web.Refused;

/** Reads a body field by field and reports all invalid fields at once. */
public final class Form {

    /** A field that was read. Its value is available once the whole form has been found valid. */
    public static final class Field<T> {

        private final @Nullable T value;

        private Field(@Nullable T value) {
            this.value = value;
        }

        public T value() {
            if (value == null) throw new IllegalStateException("Call mustBeSound() before reading a value.");
            return value;
        }

        public @Nullable T orNull() {
            return value;
        }
    }

    private final List<FieldError> errors = new ArrayList<>();

    public <T> Field<T> read(String pointer, Supplier<T> reading) {
        try {
            return new Field<>(reading.get());
        } catch (Invalid invalid) {
            errors.add(new FieldError(pointer, invalid.reason(), invalid.sentence()));
            return new Field<>(null);
        }
    }

    /** A field of a merge patch: null when absent; an explicit null is read as an empty input. */
    public <T> Field<T> patch(String pointer, @Nullable JsonNode node, Function<@Nullable String, T> reading) {
        if (node == null) return new Field<>(null);
        return read(pointer, () -> reading.apply(text(node)));
    }

    /** The value of a required field; refuses with {@code message} when it is missing. */
    public static <T> T given(@Nullable T value, String message) {
        if (value == null || value.equals("")) throw new Invalid(CommonFieldReason.REQUIRED, message);
        return value;
    }

    public void mustBeSound() {
        if (errors.isEmpty()) return;
        var first = errors.getFirst();
        throw new Refused(
                HttpStatus.BAD_REQUEST, CommonReason.INVALID, new Sentence(first.message(), first.values()), errors);
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isNull()) return null;
        if (!node.isString())
            throw new Invalid(CommonReason.WRONG_TYPE, "A text is expected here.", Map.of("expected", "text"));
        return node.stringValue();
    }
}
