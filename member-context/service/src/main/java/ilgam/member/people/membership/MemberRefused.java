package ilgam.member.people.membership;

import org.axonframework.commandhandling.CommandExecutionException;

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

    private final Reason reason;

    MemberRefused(Reason reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    private MemberRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
        this.reason = reason;
    }

    /**
     * Restores a refusal from a failure that crossed Axon Server, which does not carry classes; returns other failures
     * as they are.
     */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason reason ? new MemberRefused(reason, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
