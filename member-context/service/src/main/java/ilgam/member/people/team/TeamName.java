package ilgam.member.people.team;

import java.text.Normalizer;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import ilgam.member.text.Line;

/** The name of a team. */
public record TeamName(String text) {

    private static final int LONGEST = 100;

    public static TeamName typed(@Nullable String typed) {
        var line = Line.upTo(LONGEST, typed, "A team's name has {least} to {most} characters.");
        return new TeamName(line.text());
    }

    /** The key that is equal for names that differ only in case, width or spaces. */
    public String key() {
        return keyOf(text);
    }

    static String keyOf(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return folded.replaceAll("\\s+", " ").strip();
    }
}
