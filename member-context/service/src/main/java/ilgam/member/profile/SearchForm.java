package ilgam.member.profile;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

import ilgam.starter.text.Text;

/**
 * A name as it is looked for: without regard to case, to spaces, to the width of letters and to the marks on Latin
 * ones, so that emile finds Émile, strasse Straße and 김태현 also 김 태현. Korean consonants that stand alone stay so.
 */
final class SearchForm {

    private static final UnaryOperator<String> FOLDED = Normalizer2.getNFKCCasefoldInstance()::normalize;
    private static final UnaryOperator<String> PLAIN = Transliterator.getInstance("Latin-ASCII")::transliterate;
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    /** Where a consonant that begins no syllable is after folding. */
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
