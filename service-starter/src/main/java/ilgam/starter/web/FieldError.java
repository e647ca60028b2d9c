package ilgam.starter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON pointer to the field, like {@code /title}
 * @param message a sentence about it
 * @param reason a stable code, where a client may want words of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String pointer, String message, @Nullable String reason) {

    public FieldError(String pointer, String message) {
        this(pointer, message, null);
    }
}
