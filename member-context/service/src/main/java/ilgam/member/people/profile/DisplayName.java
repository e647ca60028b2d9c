package ilgam.member.people.profile;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.Line;

/** The name by which a member wants to be called. */
public record DisplayName(String text) {

    /** A name as a member types it. */
    public static DisplayName typed(@Nullable String text) {
        return new DisplayName(Line.upTo(80, text, "A display name has {least} to {most} characters.")
                .text());
    }

    /** The form for sorting, regardless of case. */
    String sortName() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The form for searching. */
    String searchName() {
        return SearchForm.of(text);
    }

    /** The form for searching by the initial consonants of syllables. */
    String initials() {
        return Initials.of(searchName());
    }
}
