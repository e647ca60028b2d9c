package ilgam.member.text;

import org.jspecify.annotations.Nullable;

import ilgam.starter.text.Text;
import ilgam.starter.text.UnfitText;

/** A name or another text of one line that somebody types; which characters it may have is said where text comes in. */
public record Line(String text) {

    public Line {
        try {
            text = Text.line(text);
        } catch (UnfitText unfit) {
            throw new Invalid(UnfitText.REASON, unfit.sentence());
        }
    }

    /** The line, when it has at least one visible character and at most {@code longest}. */
    public static Line upTo(int longest, @Nullable String typed, String sentence) {
        var line = new Line(typed == null ? "" : typed);
        if (!Text.isVisible(line.text()) || Text.length(line.text()) > longest) throw new Invalid(sentence);
        return line;
    }
}
