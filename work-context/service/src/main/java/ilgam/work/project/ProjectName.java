package ilgam.work.project;

import org.jspecify.annotations.Nullable;

import ilgam.work.words.Text;

/** The full name of a project. */
public record ProjectName(String text) {

    public static ProjectName of(@Nullable String text) {
        return new ProjectName(text == null ? "" : text);
    }

    public ProjectName {
        text = Text.line(text, 100, "A project's name");
    }
}
