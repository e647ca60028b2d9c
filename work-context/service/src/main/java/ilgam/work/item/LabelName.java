package ilgam.work.item;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** A word by which items can be found. */
public record LabelName(String text) {

    /** The most labels of an item. */
    static final int MOST = 50;

    public static LabelName of(@Nullable String text) {
        return new LabelName(text == null ? "" : text);
    }

    public LabelName {
        text = Text.line(text, 50, "A label");
    }
}
