package ilgam.starter.web;

import java.util.Map;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/**
 * The refusal of one field of a request.
 *
 * @param pointer JSON pointer to the field, like {@code /title}; empty for the whole body
 * @param message a sentence about it
 * @param reason a stable code, for clients with their own texts
 * @param values the values in the sentence, by name
 */
public record FieldError(String pointer, String message, String reason, Map<String, Object> values) {

    public FieldError(String pointer, Refusal reason, Sentence sentence) {
        this(pointer, sentence.text(), reason.code(), sentence.values());
    }
}
