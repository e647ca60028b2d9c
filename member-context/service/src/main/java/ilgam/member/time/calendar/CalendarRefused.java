package ilgam.member.time.calendar;

import java.util.Map;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** A rule of the work calendar refused a command. The message is written for the member. */
public final class CalendarRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements RuleReason {
        LEAVE_OVERLAPS(Kind.CONFLICT),
        LEAVE_IS_OVER(Kind.CONFLICT),
        LEAVE_LONG_AGO(Kind.CONFLICT),
        CYCLE_HAS_BEGUN(Kind.CONFLICT),
        DAY_IS_OVER(Kind.CONFLICT),
        DAY_TOO_FAR(Kind.INVALID),
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
