package ilgam.work.words;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How the texts that members write are tidied and checked. */
public final class Text {

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");

    private Text() {}

    /** A single line, such as a title: line breaks become spaces, and no end hangs over. */
    public static String line(@Nullable String text, int longest, String what) {
        var line = BREAKS.matcher(text == null ? "" : text).replaceAll(" ").strip();
        if (line.chars().anyMatch(Character::isISOControl)) throw new Invalid(what + " can't have control characters.");
        return sized(line, 1, longest, what);
    }

    /** Text of any form, kept as it was written. */
    public static String prose(@Nullable String text, int shortest, int longest, String what) {
        var prose = text == null ? "" : text;
        if (prose.indexOf('\0') >= 0) throw new Invalid(what + " can't have a NUL character.");
        return sized(prose, shortest, longest, what);
    }

    private static String sized(String text, int shortest, int longest, String what) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text))
            throw new Invalid(what + " has a character that is not complete Unicode.");
        var length = text.codePointCount(0, text.length());
        if (length < shortest) throw new Invalid(what + " can't be empty.");
        if (length > longest)
            throw new Invalid("%s has at most %,d characters; this one has %,d.".formatted(what, longest, length));
        return text;
    }
}
