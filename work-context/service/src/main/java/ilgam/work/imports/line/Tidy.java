package ilgam.work.imports.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Converts texts of other trackers to the form that our own input accepts, with as few changes as possible. */
public final class Tidy {

    /** Terminal escape sequences for colours and cursor movements. */
    private static final Pattern TERMINAL = Pattern.compile("\u001B\\[[0-9;?]{0,40}[ -/]{0,10}[@-~]");

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t\\x{85}\\x{2028}\\x{2029}]+");

    /** Characters that change the direction of the surrounding text. */
    private static final Pattern TURNING = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private static final String BLANK_THOUGH_NOT_SPACE = "\u115F\u1160\u3164\uFFA0\u2800\u034F\u17B4\u17B5";

    private Tidy() {}

    /** Whether every character is printable ASCII or a Hangul syllable, as in most texts: no rule changes these. */
    private static boolean isOrdinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && (c < '\uAC00' || c > '\uD7A3')) return false;
        }
        return true;
    }

    /** Removes what neither JSON nor the database can store: NUL and lone surrogates. */
    public static String sound(String text) {
        var sound = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return isWhole(sound) ? sound : whole(sound);
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++)
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isHighSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) return false;
                i++;
            }
        return true;
    }

    private static String whole(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(isHalf(c) ? 0xFFFD : c));
        return whole.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** The changes that our own input makes silently to a line. */
    public static String asTyped(String text) {
        if (isOrdinary(text)) return text.strip();
        return composed(BREAKS.matcher(text).replaceAll(" ").strip());
    }

    /** A single line of at most {@code longest} characters; empty when nothing of it is visible. */
    public static String line(String text, int longest) {
        if (isOrdinary(text)) return cut(text.strip(), longest).strip();
        var plain = TERMINAL.matcher(sound(text)).replaceAll("");
        plain = TURNING.matcher(BREAKS.matcher(plain).replaceAll(" ")).replaceAll("");
        var line = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> !Character.isISOControl(c)).forEach(line::appendCodePoint);
        var cut = cut(composed(line.toString().strip()), longest).strip();
        return isVisible(cut) ? cut : "";
    }

    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The text cut to a number of characters and of bytes. */
    public static String cut(String text, int longest, int mostBytes) {
        var cut = cut(text, longest);
        if (cut.length() * 4L <= mostBytes) return cut;
        var bytes = cut.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= mostBytes) return cut;
        int end = mostBytes;
        while ((bytes[end] & 0xC0) == 0x80) end--;
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    /** The text cut to a number of characters; does not split a joined emoji where that is easily detected. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) return text;
        int end = text.offsetByCodePoints(0, longest);
        while (end > 0 && text.codePointBefore(end) == 0x200D) end -= 1;
        return text.substring(0, end);
    }

    public static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i)))
            if (isVisible(text.codePointAt(i))) return true;
        return false;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> BLANK_THOUGH_NOT_SPACE.indexOf(c) < 0;
        };
    }

    /**
     * A name that is used as a key. One that cannot be kept unchanged is made unique by the first digits of its digest.
     */
    public static String name(String text, int longest) {
        boolean isKept = text.length() <= longest
                && (isOrdinary(text) || text.codePoints().noneMatch(c -> Character.isISOControl(c) || isHalf(c)));
        if (isKept) return text;
        var digest = "~" + digest(text);
        return cut(line(text, longest), longest / 2 - digest.length()) + digest;
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(bytes, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
