package ilgam.member.time.holiday;

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

    HolidayRefused(Reason reason, String sentence) {
        super(reason, Sentence.of(sentence));
    }
}
