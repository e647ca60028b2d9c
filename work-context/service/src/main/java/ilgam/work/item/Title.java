package ilgam.work.item;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** The title of an item, in one line. */
public record Title(String text) {

    public static Title of(@Nullable String text) {
        return new Title(text == null ? "" : text);
    }

    public Title {
        text = Text.line(text, 500, "A title");
    }
}
