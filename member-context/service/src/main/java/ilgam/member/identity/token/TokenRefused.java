package ilgam.member.identity.token;

import ilgam.member.text.RequestRefused;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** A token cannot be issued in this way. The message is written for the member. */
public final class TokenRefused extends RequestRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements RuleReason {
        TOO_MANY_TOKENS(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    TokenRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
    }
}
