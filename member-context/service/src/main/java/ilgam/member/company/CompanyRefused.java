package ilgam.member.company;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A rule of the company said no. The message is written for the admin who asked. */
public final class CompanyRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason implements Refusal {
        STALE
    }

    private final Reason reason;

    CompanyRefused(Reason reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    private CompanyRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason told ? new CompanyRefused(told, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
