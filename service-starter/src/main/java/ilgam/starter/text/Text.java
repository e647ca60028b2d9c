package ilgam.starter.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * The rules of text. All of it is composed (NFC), since keyboards and file systems write the same letters in different
 * ways. Joiners and variation selectors stay: emoji and some scripts are made with them.
 */
public final class Text {

    private static final Pattern BREAKS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final int INSTEAD = 0xFFFD;

    private Text() {}

    /**
     * A text of one line, without blanks around it.
     *
     * @throws UnfitText when it has control characters, line breaks, halves of characters, or characters that turn the
     *     direction of the text around them
     */
    public static String line(String text) {
        var line = composed(text).strip();
        if (line.codePoints().anyMatch(Text::isRefused)) throw new UnfitText();
        return line;
    }

    /** A line made of a text from elsewhere: what cannot stay becomes a blank. */
    public static String tidyLine(String text) {
        var tidy = new StringBuilder(text.length());
        text.codePoints().map(c -> isRefused(c) ? ' ' : c).forEach(tidy::appendCodePoint);
        return composed(tidy.toString()).strip();
    }

    /** Text of several lines: what cannot stay is left out, half a character is replaced, and lines end alike. */
    public static String prose(String text) {
        var lines = BREAKS.matcher(text).replaceAll("\n");
        if (lines.codePoints().noneMatch(Text::isRefusedInProse)) return composed(lines);
        var tidy = new StringBuilder(lines.length());
        lines.codePoints()
                .map(c -> isHalf(c) ? INSTEAD : c)
                .filter(c -> !isRefusedInProse(c))
                .forEach(tidy::appendCodePoint);
        return composed(tidy.toString());
    }

    /** The same letters in the one spelling in which they are compared and kept. */
    public static String composed(String text) {
        return Normalizer.isNormalized(text, Form.NFC) ? text : Normalizer.normalize(text, Form.NFC);
    }

    /** Whether anything of it can be seen. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(c -> !isInvisible(c));
    }

    /** How many characters it has, however many units each is stored in. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Its first characters, as many as asked for at most. */
    public static String cut(String text, int longest) {
        return length(text) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }

    private static boolean isRefused(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> turnsDirection(c);
        };
    }

    private static boolean isRefusedInProse(int c) {
        return c != '\n' && c != '\t' && isRefused(c);
    }

    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }

    /** Embeddings, overrides and isolates; marks that only say which direction a neighbour has are fine. */
    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlankLetter(c);
        };
    }

    /** Fillers, selectors and blanks that Unicode has among its letters, marks and symbols. */
    private static boolean isBlankLetter(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x16FE4, 0x1D159 -> true;
            default -> (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
        };
    }
}
