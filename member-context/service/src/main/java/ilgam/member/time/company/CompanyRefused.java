package ilgam.member.time.company;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** A rule of the company refused a command. The message is written for the admin. */
public final class CompanyRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements RuleReason {
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

    CompanyRefused(Reason reason, String sentence) {
        super(reason, Sentence.of(sentence));
    }
}
