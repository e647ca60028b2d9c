package ilgam.work.project;

import java.util.Map;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A rule of the project refused a command. The message is written for the member; the details contain the reason. */
public final class ProjectRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    public enum Reason implements Refusal {
        NOT_YOURS_TO_RUN,
        ARCHIVED,
        STALE,
        KEY_TAKEN,
        UNKNOWN_SUCCESSOR,
        TOO_MANY_DEFINITIONS,
        TOO_MANY_STATUSES,
        STARTER_STAYS
    }

    ProjectRefused(Reason reason, String sentence) {
        this(reason, sentence, Map.of());
    }

    ProjectRefused(Reason reason, String sentence, Map<String, ?> values) {
        super(reason, Sentence.of(sentence, values));
    }
}
