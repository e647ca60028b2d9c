package ilgam.member.time.calendar;

import java.util.Map;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A rule of the work calendar refused a command. The message is written for the member. */
public final class CalendarRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
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

    /**
     * Restores a refusal from a failure that crossed Axon Server, which does not carry classes; returns other failures
     * as they are.
     */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason reason ? new CalendarRefused(reason, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
