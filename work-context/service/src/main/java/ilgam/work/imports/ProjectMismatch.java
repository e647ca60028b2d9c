package ilgam.work.imports;

import java.util.Map;

import ilgam.starter.refusal.Code;
import ilgam.starter.refusal.Sentence;

/** The project can't take the import as it is; the message says why, for whoever asked. */
public final class ProjectMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, among the values of the sentence as {@code cause}. */
    enum Cause implements Code {
        ARCHIVED,
        ANOTHER_WORKFLOW,
        NOT_SHOWN
    }

    private final transient Sentence sentence;

    /** @param sentence with the place {@code project} */
    ProjectMismatch(Cause cause, String project, String sentence) {
        this(Sentence.of(sentence, Map.of("cause", cause.code(), "project", project)));
    }

    private ProjectMismatch(Sentence sentence) {
        super(sentence.text());
        this.sentence = sentence;
    }

    /** What the caller is told. */
    public Sentence sentence() {
        return sentence;
    }
}
