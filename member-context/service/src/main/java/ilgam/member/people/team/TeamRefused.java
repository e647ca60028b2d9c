package ilgam.member.people.team;

import org.axonframework.commandhandling.CommandExecutionException;

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

    private final Reason reason;

    TeamRefused(Reason reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    private TeamRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
        this.reason = reason;
    }

    /**
     * Restores a refusal from a failure that crossed Axon Server, which does not carry classes; returns other failures
     * as they are.
     */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason reason ? new TeamRefused(reason, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
