package ilgam.member.holiday;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A rule of the holidays said no. The message is written for the admin who asked. */
public final class HolidayRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason implements Refusal {
        DAY_IS_OVER,
        DAY_TOO_FAR
    }

    private final Reason reason;

    HolidayRefused(Reason reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    private HolidayRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason told ? new HolidayRefused(told, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
