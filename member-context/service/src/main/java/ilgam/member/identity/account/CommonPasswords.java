package ilgam.member.identity.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import me.gosimple.nbvcxz.Nbvcxz;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The passwords that attackers try first: nbvcxz's list of those found most often in leaks, Korean words typed on a
 * Latin keyboard, and repetitions of one or two characters.
 */
final class CommonPasswords {

    private static final String LEAKED = "/dictionaries/passwords.txt";
    private static final int FEWEST_DIFFERENT_CHARACTERS = 3;

    /** "Hello", "password", "I love you", "thank you" and the like, typed without switching the keyboard to Korean. */
    private static final Set<String> KOREAN = Set.of(
            "dkssudgktpdy",
            "dkssudgktpdy1",
            "qlalfqjsgh",
            "qlalfqjsgh1",
            "qlalfqjsgh123",
            "tkfkdgodyo",
            "tkfkdgkqslek",
            "rkatkgkqslek",
            "eogksalsrnr",
            "eogksalsrnr1",
            "1q2w3e4r5t6y",
            "qwer1234asdf");

    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    /** Whether the password is one of them, regardless of case. */
    static boolean have(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return lower.codePoints().distinct().count() < FEWEST_DIFFERENT_CHARACTERS || ALL.contains(lower);
    }

    private static Set<String> read() {
        var all = new HashSet<>(KOREAN);
        try (var list = Nbvcxz.class.getResourceAsStream(LEAKED)) {
            if (list == null) throw new IllegalStateException("The list of common passwords is missing.");
            new BufferedReader(new InputStreamReader(list, UTF_8))
                    .lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(Predicate.not(CommonPasswords::isTooShortAnyway))
                    .forEach(all::add);
            return Set.copyOf(all);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isTooShortAnyway(String word) {
        return word.length() < Password.SHORTEST;
    }
}
