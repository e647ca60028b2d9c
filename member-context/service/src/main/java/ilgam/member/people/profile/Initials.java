package ilgam.member.people.profile;

/** A name by the initial consonants of its Korean syllables: 김태현 is ㄱㅌㅎ. Other characters stay. */
final class Initials {

    static final String CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private static final char FIRST = '가';
    private static final char LAST = '힣';
    private static final int SYLLABLES_OF_ONE = 588;

    private Initials() {}

    static String of(String text) {
        var initials = new StringBuilder(text.length());
        text.chars().map(Initials::of).forEach(c -> initials.append((char) c));
        return initials.toString();
    }

    private static int of(int character) {
        return character < FIRST || character > LAST
                ? character
                : CONSONANTS.charAt((character - FIRST) / SYLLABLES_OF_ONE);
    }

    /** The syllables that begin with a consonant, as a range of a regular expression. */
    static String syllables(int consonant) {
        var first = (char) (FIRST + CONSONANTS.indexOf(consonant) * SYLLABLES_OF_ONE);
        return "" + first + '-' + (char) (first + SYLLABLES_OF_ONE - 1);
    }

    static boolean isConsonant(int character) {
        return CONSONANTS.indexOf(character) >= 0;
    }
}
