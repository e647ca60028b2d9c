package ilgam.member.team;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A rule of teams said no. The message is written for the member who asked. */
public final class TeamRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
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

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason told ? new TeamRefused(told, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
