package ilgam.member.people.profile;

/**
 * A search for names: a part of the name, in which a Korean consonant matches every syllable that begins with it. 김ㅌ
 * finds 김태현. Both are compared in their {@link SearchForm}.
 */
public record NameSearch(String part) {

    private static final String OF_EXPRESSIONS = "\\^$.|?*+()[]{}";

    public NameSearch {
        part = SearchForm.of(part);
    }

    /** A pattern for the initials, which every match also satisfies. */
    public String initials() {
        return '%' + Initials.of(part).replaceAll("([\\\\%_])", "\\\\$1") + '%';
    }

    /** A regular expression for the names themselves. */
    public String expression() {
        var expression = new StringBuilder();
        part.codePoints().forEach(character -> expression.append(matching(character)));
        return expression.toString();
    }

    private static String matching(int character) {
        if (Initials.isConsonant(character))
            return "[" + Character.toString(character) + Initials.syllables(character) + "]";
        var text = Character.toString(character);
        return OF_EXPRESSIONS.contains(text) ? "\\" + text : text;
    }
}
