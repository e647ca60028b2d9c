package ilgam.work.project;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.FieldReason;
import ilgam.work.words.Invalid;

/** The project's part in the keys of its items: WEB in WEB-12. */
public record ProjectKey(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

    @SuppressWarnings("NullAway") // input may be missing
    public static ProjectKey of(@Nullable String text) {
        return new ProjectKey(text);
    }

    public ProjectKey {
        if (text == null || !FORM.matcher(text).matches())
            throw new Invalid(
                    FieldReason.PROJECT_KEY,
                    "A project key has {least} to {most} characters of A-Z and 0-9 and begins with a letter.",
                    Map.of("least", 2, "most", 10));
    }
}
