package ilgam.member.identity.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.Invalid;
import ilgam.member.text.InvalidReason;

/**
 * A password as typed, normalised to NFC, as Korean keyboards of different systems send the same letters in different
 * forms.
 */
public record Password(String text) {

    static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Checks a newly chosen password: long enough, neither the member's address nor their name, and not a common one.
     */
    public static Password chosen(@Nullable String typed, @Nullable EmailAddress email, @Nullable String name) {
        var password = new Password(typed == null ? "" : typed);
        var length = password.text.codePointCount(0, password.text.length());
        if (length < SHORTEST || length > LONGEST)
            throw new Invalid(
                    InvalidReason.PASSWORD_LENGTH,
                    "A password has {least} to {most} characters; this one has {length}.",
                    Map.of("least", SHORTEST, "most", LONGEST, "length", length));
        if (email != null && password.says(email.text(), email.localPart()))
            throw new Invalid(InvalidReason.PASSWORD_IS_EMAIL, "A password must not be the e-mail address.");
        if (name != null && password.says(name))
            throw new Invalid(InvalidReason.PASSWORD_IS_NAME, "A password must not be the name.");
        if (CommonPasswords.have(password.text))
            throw new Invalid(
                    InvalidReason.PASSWORD_COMMON,
                    "Many people use this password, so it is guessed first. Choose another one.");
        return password;
    }

    private boolean says(String... known) {
        return Stream.of(known).anyMatch(word -> squeezed(word).equals(squeezed(text)));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Password";
    }
}
