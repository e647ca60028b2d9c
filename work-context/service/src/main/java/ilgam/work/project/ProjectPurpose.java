package ilgam.work.project;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** The description of a project's purpose. */
public record ProjectPurpose(String text) {

    public static ProjectPurpose of(@Nullable String text) {
        return new ProjectPurpose(text == null ? "" : text);
    }

    public ProjectPurpose {
        text = Text.prose(text, 0, 10_000, "A project's description");
    }
}
