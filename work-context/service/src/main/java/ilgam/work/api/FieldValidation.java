package ilgam.work.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;
import ilgam.starter.web.FieldError;
import ilgam.starter.web.Refused;
import ilgam.work.words.Invalid;

/** Converts the fields of a body to values of the domain. Invalid ones are refused with their place. */
final class FieldValidation {

    private FieldValidation() {}

    static <T extends @Nullable Object> T at(String pointer, Supplier<T> value) {
        try {
            return value.get();
        } catch (Invalid invalid) {
            throw invalid(pointer, invalid.reason(), invalid.sentence());
        }
    }

    static Refused invalid(String pointer, Refusal reason, String sentence) {
        return invalid(pointer, reason, Sentence.of(sentence));
    }

    static Refused invalid(String pointer, Refusal reason, Sentence sentence) {
        return new Refused(
                HttpStatus.BAD_REQUEST,
                CommonReason.INVALID,
                sentence,
                List.of(new FieldError(pointer, reason, sentence)));
    }

    /** The refusal of a value that is not one of the choices. */
    static Refused noneOf(String pointer, List<String> choices, String sentence) {
        return invalid(pointer, CommonFieldReason.CHOICE, Sentence.of(sentence, Map.of("choices", choices)));
    }

    /** A constant by its name in the API, in lower case. */
    static <E extends Enum<E>> E word(String pointer, @Nullable String word, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> noneOf(pointer, all(words), "This is one of {choices}."));
    }

    private static <E extends Enum<E>> List<String> all(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
