package ilgam.work.item;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** What an item is about, in as many words as it takes. */
public record Description(String text) {

    public static final Description NONE = new Description("");

    public static Description of(@Nullable String text) {
        return text == null ? NONE : new Description(text);
    }

    public Description {
        text = Text.prose(text, 0, 100_000, "A description");
    }
}
