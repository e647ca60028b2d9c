package ilgam.member.text;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.text.Text;
import ilgam.starter.text.UnfitText;

/** A name or another single-line text as typed. The permitted characters are checked where text enters the system. */
public record Line(String text) {

    public Line {
        try {
            text = Text.line(text);
        } catch (UnfitText unfit) {
            throw new Invalid(CommonReason.CONTROL_CHARACTERS, unfit.sentence());
        }
    }

    /**
     * The line, with at least one visible character and at most {@code longest} characters.
     *
     * @param sentence with the placeholders {@code least} and {@code most}
     */
    public static Line upTo(int longest, @Nullable String typed, String sentence) {
        return upTo(1, longest, typed, sentence);
    }

    /** As above, for values whose minimum is checked later: {@code least} only appears in the sentence. */
    public static Line upTo(int least, int longest, @Nullable String typed, String sentence) {
        var line = new Line(typed == null ? "" : typed);
        if (!Text.isVisible(line.text()) || Text.length(line.text()) > longest)
            throw new Invalid(CommonFieldReason.LENGTH, sentence, Map.of("least", least, "most", longest));
        return line;
    }
}
