package ilgam.member.text;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.CommonFieldReason;
import ilgam.starter.refusal.CommonReason;
import ilgam.starter.text.Text;
import ilgam.starter.text.UnfitText;

/** A name or another text of one line that somebody types; which characters it may have is said where text comes in. */
public record Line(String text) {

    public Line {
        try {
            text = Text.line(text);
        } catch (UnfitText unfit) {
            throw new Invalid(CommonReason.CONTROL_CHARACTERS, unfit.sentence());
        }
    }

    /**
     * The line, when it has at least one visible character and at most {@code longest}.
     *
     * @param sentence with the places {@code least} and {@code most}
     */
    public static Line upTo(int longest, @Nullable String typed, String sentence) {
        return upTo(1, longest, typed, sentence);
    }

    /** The same where a later check asks for more than one character: {@code least} is only told. */
    public static Line upTo(int least, int longest, @Nullable String typed, String sentence) {
        var line = new Line(typed == null ? "" : typed);
        if (!Text.isVisible(line.text()) || Text.length(line.text()) > longest)
            throw new Invalid(CommonFieldReason.LENGTH, sentence, Map.of("least", least, "most", longest));
        return line;
    }
}
