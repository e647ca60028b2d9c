package ilgam.member.calendar;

import java.util.Map;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A rule of the work calendar said no. The message is written for the member who asked. */
public final class CalendarRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason implements Refusal {
        LEAVE_OVERLAPS,
        LEAVE_IS_OVER,
        LEAVE_LONG_AGO,
        CYCLE_HAS_BEGUN,
        DAY_IS_OVER,
        DAY_TOO_FAR,
        STALE
    }

    private final Reason reason;

    CalendarRefused(Reason reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    CalendarRefused(Reason reason, String sentence, Map<String, ?> values) {
        this(reason, Sentence.of(sentence, values));
    }

    private CalendarRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason told ? new CalendarRefused(told, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
