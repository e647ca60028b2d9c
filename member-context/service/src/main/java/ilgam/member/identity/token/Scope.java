package ilgam.member.identity.token;

import java.util.Locale;
import java.util.Optional;

/** What a program may do in its member's name: read, write, administer. */
public enum Scope {
    READ,
    WRITE,
    ADMIN;

    /** The name in requests and tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scope> of(String word) {
        for (var scope : values()) if (scope.word().equals(word)) return Optional.of(scope);
        return Optional.empty();
    }
}
