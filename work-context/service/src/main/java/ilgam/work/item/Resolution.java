package ilgam.work.item;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** Why an item ended, in the company's words: fixed, duplicate, won't fix. */
public record Resolution(String text) {

    public static @Nullable Resolution of(@Nullable String text) {
        return text == null ? null : new Resolution(text);
    }

    public Resolution {
        text = Text.line(text, 100, "A resolution");
    }
}
