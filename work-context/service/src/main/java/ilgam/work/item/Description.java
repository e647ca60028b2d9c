package ilgam.work.item;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.FieldReason;
import ilgam.work.words.Invalid;
import ilgam.work.words.Text;

/** The description of an item. */
public record Description(String text) {

    public static final Description NONE = new Description("");

    /** In code points. Descriptions that were stored under an earlier limit may be longer. */
    public static final int LONGEST = 20_000;

    /** In UTF-8. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_STORED = 100_000;

    public Description {
        text = Text.prose(text, 0, LONGEST_STORED, "A description");
    }

    /** A new description: at most {@link #LONGEST} characters and {@link #MOST_BYTES}. */
    public static Description of(@Nullable String text) {
        return insteadOf(null, text);
    }

    /**
     * A description that replaces another. Above the limit it is accepted if it is shorter than the one it replaces.
     */
    public static Description insteadOf(@Nullable String was, @Nullable String text) {
        var is = text == null ? "" : text;
        var grows = was == null || is.length() >= was.length();
        if (grows) mustFit(is);
        return new Description(is);
    }

    private static void mustFit(String text) {
        Text.prose(text, 0, LONGEST, "A description");
        var bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES)
            throw new Invalid(
                    FieldReason.TOO_MANY_BYTES,
                    "A description may have at most {most:,} bytes; this one has {bytes:,}.",
                    Map.of("most", MOST_BYTES, "bytes", bytes));
    }
}
