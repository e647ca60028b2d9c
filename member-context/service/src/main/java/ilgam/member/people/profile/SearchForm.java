package ilgam.member.people.profile;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

import ilgam.starter.text.Text;

/**
 * A name in the form for searching: without case, spaces, character width and diacritics of Latin letters, so that
 * emile finds Émile, strasse finds Straße, and 김태현 finds 김 태현. Separate Korean consonants are kept.
 */
final class SearchForm {

    private static final UnaryOperator<String> FOLDED = Normalizer2.getNFKCCasefoldInstance()::normalize;
    private static final UnaryOperator<String> PLAIN = Transliterator.getInstance("Latin-ASCII")::transliterate;
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    /** The code point to which folding maps the first separate consonant. */
    private static final char FIRST_LONE = '\u1100';

    private SearchForm() {}

    static String of(String text) {
        var folded = FOLDED.apply(Text.tidyLine(text));
        return SPACES.matcher(PLAIN.apply(consonants(folded))).replaceAll("");
    }

    private static String consonants(String folded) {
        var typed = new StringBuilder(folded.length());
        folded.chars().map(SearchForm::consonant).forEach(c -> typed.append((char) c));
        return typed.toString();
    }

    private static int consonant(int character) {
        int place = character - FIRST_LONE;
        return place >= 0 && place < Initials.CONSONANTS.length() ? Initials.CONSONANTS.charAt(place) : character;
    }
}
