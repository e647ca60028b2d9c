package ilgam.member.people.team;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** A rule of teams refused a command. The message is written for the member who sent it. */
public final class TeamRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements RuleReason {
        TEAM_NAME_TAKEN(Kind.CONFLICT),
        NOT_IN_TEAM(Kind.CONFLICT),
        LAST_LEAD(Kind.CONFLICT),
        TEAM_DISBANDED(Kind.CONFLICT),
        STALE(Kind.STALE);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    TeamRefused(Reason reason, String sentence) {
        super(reason, Sentence.of(sentence));
    }
}
