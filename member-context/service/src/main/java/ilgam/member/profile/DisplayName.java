package ilgam.member.profile;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.Line;

/** What a member wants to be called. */
public record DisplayName(String text) {

    /** A name as a member types it. */
    public static DisplayName typed(@Nullable String text) {
        return new DisplayName(Line.upTo(80, text, "A display name has {least} to {most} characters.")
                .text());
    }

    /** How it is sorted: without regard to case. */
    String sortName() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** How it is found. */
    String searchName() {
        return SearchForm.of(text);
    }

    /** How it is found by the initial consonants of its syllables. */
    String initials() {
        return Initials.of(searchName());
    }
}
