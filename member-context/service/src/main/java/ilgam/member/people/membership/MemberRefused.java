package ilgam.member.people.membership;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.RuleReason;
import ilgam.starter.refusal.Sentence;

/** A rule of membership refused a command. The message is written for the member who sent it. */
public final class MemberRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements RuleReason {
        LAST_ADMIN(Kind.CONFLICT),
        NO_ACCOUNT(Kind.CONFLICT),
        HAS_ACCOUNT(Kind.CONFLICT),
        DEACTIVATED(Kind.CONFLICT),
        ERASED(Kind.CONFLICT),
        MERGED(Kind.CONFLICT),
        NOT_A_MEMBER(Kind.CONFLICT),
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

    MemberRefused(Reason reason, String sentence) {
        super(reason, Sentence.of(sentence));
    }
}
