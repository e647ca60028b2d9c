package ilgam.work.project;

import java.util.Map;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** A rule of the project refused a command. The message is written for the member; the details contain the reason. */
public final class ProjectRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    public enum Reason implements RuleReason {
        NOT_YOURS_TO_RUN(Kind.FORBIDDEN),
        ARCHIVED(Kind.CONFLICT),
        STALE(Kind.STALE),
        KEY_TAKEN(Kind.CONFLICT),
        UNKNOWN_SUCCESSOR(Kind.INVALID),
        TOO_MANY_DEFINITIONS(Kind.INVALID),
        TOO_MANY_STATUSES(Kind.INVALID),
        STARTER_STAYS(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    ProjectRefused(Reason reason, String sentence) {
        this(reason, sentence, Map.of());
    }

    ProjectRefused(Reason reason, String sentence, Map<String, ?> values) {
        super(reason, Sentence.of(sentence, values));
    }
}
