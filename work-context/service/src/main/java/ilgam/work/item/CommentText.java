package ilgam.work.item;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** The text of a comment. */
public record CommentText(String text) {

    /** The most comments of an item. */
    static final int MOST = 50_000;

    public static CommentText of(@Nullable String text) {
        return new CommentText(text == null ? "" : text);
    }

    public CommentText {
        text = Text.prose(text.strip(), 1, 50_000, "A comment");
    }
}
