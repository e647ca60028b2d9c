package ilgam.member.people.team;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A rule of teams refused a command. The message is written for the member who sent it. */
public final class TeamRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements Refusal {
        TEAM_NAME_TAKEN,
        NOT_IN_TEAM,
        LAST_LEAD,
        TEAM_DISBANDED,
        STALE
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
