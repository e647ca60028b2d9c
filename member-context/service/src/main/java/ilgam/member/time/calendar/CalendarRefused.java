package ilgam.member.time.calendar;

import java.util.Map;

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

    CalendarRefused(Reason reason, String sentence) {
        super(reason, Sentence.of(sentence));
    }

    CalendarRefused(Reason reason, String sentence, Map<String, ?> values) {
        super(reason, Sentence.of(sentence, values));
    }
}
