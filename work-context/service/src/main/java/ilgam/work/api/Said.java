package ilgam.work.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import ilgam.starter.web.FieldError;
import ilgam.starter.web.Refused;
import ilgam.work.words.Invalid;

/** What a client said in a field of a body, as a value of the domain; what makes no sense is told with its place. */
final class Said {

    private Said() {}

    static <T extends @Nullable Object> T at(String pointer, Supplier<T> value) {
        try {
            return value.get();
        } catch (Invalid invalid) {
            throw invalid(pointer, String.valueOf(invalid.getMessage()));
        }
    }

    static Refused invalid(String pointer, String sentence) {
        return new Refused(HttpStatus.BAD_REQUEST, "invalid", sentence, List.of(new FieldError(pointer, sentence)));
    }

    /** A word of a fixed set, as the API writes it: in lower case. */
    static <E extends Enum<E>> E word(String pointer, @Nullable String word, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> invalid(pointer, "This is one of %s.".formatted(all(words))));
    }

    private static <E extends Enum<E>> String all(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
