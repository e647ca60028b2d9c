package ilgam.starter.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * The rules of text. All text is normalised to NFC, because keyboards and file systems encode the same letters
 * differently. Joiners and variation selectors stay, because emoji and some scripts need them.
 */
public final class Text {

    private static final Pattern BREAKS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final int INSTEAD = 0xFFFD;

    private Text() {}

    /**
     * Checks a text of one line and strips its blanks.
     *
     * @throws UnfitText when it has control characters, line breaks, unpaired surrogates, or characters that change the
     *     direction of the text around them
     */
    public static String line(String text) {
        var line = composed(text).strip();
        if (line.codePoints().anyMatch(Text::isRefused)) throw new UnfitText();
        return line;
    }

    /** Turns a text into a line: characters that a line may not have become blanks. */
    public static String tidyLine(String text) {
        var tidy = new StringBuilder(text.length());
        text.codePoints().map(c -> isRefused(c) ? ' ' : c).forEach(tidy::appendCodePoint);
        return composed(tidy.toString()).strip();
    }

    /**
     * Tidies a text of several lines: removes characters that it may not have, replaces unpaired surrogates and
     * normalises line ends.
     */
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

    /** The text in NFC, in which texts are compared and stored. */
    public static String composed(String text) {
        return Normalizer.isNormalized(text, Form.NFC) ? text : Normalizer.normalize(text, Form.NFC);
    }

    /** Whether it has a visible character. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(c -> !isInvisible(c));
    }

    /** Its length in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Its first code points, at most {@code longest}. */
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

    /** Embeddings, overrides and isolates; mere direction marks are allowed. */
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

    /** Fillers, selectors and blanks that Unicode classifies as letters, marks or symbols. */
    private static boolean isBlankLetter(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0x16FE4, 0x1D159 -> true;
            default -> (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
        };
    }
}
