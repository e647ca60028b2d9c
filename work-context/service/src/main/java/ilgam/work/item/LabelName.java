package ilgam.work.item;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** A word that items can be found by. */
public record LabelName(String text) {

    /** As many as one item may have. */
    static final int MOST = 50;

    public static LabelName of(@Nullable String text) {
        return new LabelName(text == null ? "" : text);
    }

    public LabelName {
        text = Text.line(text, 50, "A label");
    }
}
