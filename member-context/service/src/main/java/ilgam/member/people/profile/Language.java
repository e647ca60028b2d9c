package ilgam.member.people.profile;

import java.util.IllformedLocaleException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.FieldReason;
import ilgam.member.text.Invalid;

/** The language a member reads, as a BCP 47 tag such as {@code ko} or {@code en-GB}. */
public record Language(String tag) {

    public static final Language ENGLISH = new Language("en");

    private static final int LONGEST = 35;

    /** A tag as a client sends it; English when null. */
    public static Language typed(@Nullable String tag) {
        if (tag == null) return ENGLISH;
        return new Language(wellFormed(tag));
    }

    private static String wellFormed(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            if (tag.length() <= LONGEST && !locale.getLanguage().isEmpty()) return locale.toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            throw notALanguage(malformed);
        }
        throw notALanguage(null);
    }

    private static Invalid notALanguage(@Nullable Throwable cause) {
        var invalid = new Invalid(FieldReason.LOCALE, "A locale is a language tag such as ko or en.");
        if (cause != null) invalid.initCause(cause);
        return invalid;
    }
}
