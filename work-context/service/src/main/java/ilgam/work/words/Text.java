package ilgam.work.words;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.text.UnfitText;

/**
 * Limits the length of texts of items and projects. The permitted characters are checked where text enters the system.
 */
public final class Text {

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");

    private Text() {}

    /** A single line, such as a title: line breaks become spaces, and surrounding blanks are removed. */
    public static String line(@Nullable String text, int longest, String what) {
        var unbroken = BREAKS.matcher(text == null ? "" : text).replaceAll(" ");
        try {
            return visible(ilgam.starter.text.Text.line(unbroken), longest, what);
        } catch (UnfitText unfit) {
            throw new Invalid(
                    CommonReason.CONTROL_CHARACTERS,
                    what + " must not contain control characters or incomplete characters.");
        }
    }

    /** A tidied text of several lines; with {@code shortest} of at least one, something of it must be visible. */
    public static String prose(@Nullable String text, int shortest, int longest, String what) {
        var prose = ilgam.starter.text.Text.prose(text == null ? "" : text);
        return shortest > 0 ? visible(prose, longest, what) : sized(prose, longest, what);
    }

    private static String visible(String text, int longest, String what) {
        if (!ilgam.starter.text.Text.isVisible(text))
            throw new Invalid(CommonFieldReason.EMPTY, what + " must not be empty.");
        return sized(text, longest, what);
    }

    private static String sized(String text, int longest, String what) {
        var length = ilgam.starter.text.Text.length(text);
        if (length > longest)
            throw new Invalid(
                    CommonFieldReason.TOO_LONG,
                    what + " may have at most {most:,} characters; this one has {length:,}.",
                    Map.of("most", longest, "length", length));
        return text;
    }
}
