package ilgam.member.identity.token;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;

/** The scopes of one token, at least one. */
public record Scopes(Set<Scope> scopes) {

    public Scopes {
        scopes = scopes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    /** Scopes as a client names them. */
    public static Scopes typed(@Nullable Collection<@Nullable String> words) {
        if (words == null || words.isEmpty()) throw unusable("A token needs at least one of the scopes " + ALL);
        return new Scopes(words.stream()
                .map(word -> Scope.of(String.valueOf(word)).orElseThrow(() -> unusable("A scope is one of " + ALL)))
                .collect(Collectors.toSet()));
    }

    private static Invalid unusable(String sentence) {
        var choices = Arrays.stream(Scope.values()).map(Scope::word).toList();
        return new Invalid(FieldReason.TOKEN_SCOPES, sentence, Map.of("choices", choices));
    }

    static Scopes stored(String words) {
        return new Scopes(Arrays.stream(words.split(" "))
                .flatMap(word -> Scope.of(word).stream())
                .collect(Collectors.toSet()));
    }

    public List<String> words() {
        return scopes.stream().map(Scope::word).toList();
    }

    /** All scopes in one text, as tokens carry them. */
    public String text() {
        return String.join(" ", words());
    }

    private static final String ALL = "read, write and admin.";
}
