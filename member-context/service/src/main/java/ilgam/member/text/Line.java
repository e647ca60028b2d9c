package ilgam.member.text;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/**
 * One line of plain text, composed (NFC) and trimmed: no control characters, no halves of characters, nothing
 * that turns the direction of the text around it.
 */
public record Line(String text) {

    public Line {
        text = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (text.codePoints().anyMatch(Line::isRefused))
            throw new Invalid("control-characters", "Control characters and line breaks cannot be used here.");
    }

    /** The line, when it has at least one visible character and at most {@code longest}. */
    public static Line upTo(int longest, @Nullable String typed, String sentence) {
        var line = new Line(typed == null ? "" : typed);
        if (line.isBlank() || line.length() > longest) throw new Invalid(sentence);
        return line;
    }

    /** The line made of a text from elsewhere: what cannot stay becomes a space. */
    public static Line tidied(String foreign) {
        var tidy = new StringBuilder(foreign.length());
        foreign.codePoints().map(c -> isRefused(c) ? ' ' : c).forEach(tidy::appendCodePoint);
        return new Line(tidy.toString());
    }

    /** Whether nothing of it can be seen. */
    public boolean isBlank() {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.getType(c) == Character.FORMAT);
    }

    private int length() {
        return text.codePointCount(0, text.length());
    }

    private static boolean isRefused(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        };
    }
}
