package ilgam.work.imports.upload;

import java.util.Map;

import ilgam.starter.refusal.Code;
import ilgam.starter.refusal.Sentence;

/** The project cannot take the import. The message says why, for the client. */
public final class ProjectMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The cause, as the value {@code cause} of the sentence. */
    enum Cause implements Code {
        ARCHIVED,
        ANOTHER_WORKFLOW,
        NOT_SHOWN
    }

    private final transient Sentence sentence;

    /** @param sentence with the placeholder {@code project} */
    ProjectMismatch(Cause cause, String project, String sentence) {
        this(Sentence.of(sentence, Map.of("cause", cause.code(), "project", project)));
    }

    private ProjectMismatch(Sentence sentence) {
        super(sentence.text());
        this.sentence = sentence;
    }

    /** The sentence for the client. */
    public Sentence sentence() {
        return sentence;
    }
}
