package ilgam.work.item;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** What somebody says about an item. */
public record CommentText(String text) {

    /** So many comments can an item have. */
    static final int MOST = 50_000;

    public static CommentText of(@Nullable String text) {
        return new CommentText(text == null ? "" : text);
    }

    public CommentText {
        text = Text.prose(text.strip(), 1, 50_000, "A comment");
    }
}
