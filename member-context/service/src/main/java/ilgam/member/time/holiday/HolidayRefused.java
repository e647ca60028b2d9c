package ilgam.member.time.holiday;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** A rule of the holidays refused a command. The message is written for the admin. */
public final class HolidayRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements RuleReason {
        DAY_IS_OVER(Kind.CONFLICT),
        DAY_TOO_FAR(Kind.INVALID);

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

    HolidayRefused(Reason reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    private HolidayRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
        this.reason = reason;
    }

    /**
     * Restores a refusal from a failure that crossed Axon Server, which does not carry classes; returns other failures
     * as they are.
     */
    static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason reason ? new HolidayRefused(reason, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
