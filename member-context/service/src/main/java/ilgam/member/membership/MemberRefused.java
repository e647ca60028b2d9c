package ilgam.member.membership;

import org.axonframework.commandhandling.CommandExecutionException;

import ilgam.starter.messaging.RuleRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A rule of membership said no. The message is written for the member who asked. */
public final class MemberRefused extends RuleRefused {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason implements Refusal {
        LAST_ADMIN,
        NO_ACCOUNT,
        HAS_ACCOUNT,
        DEACTIVATED,
        ERASED,
        MERGED,
        NOT_A_MEMBER,
        STALE
    }

    private final Reason reason;

    MemberRefused(Reason reason, String sentence) {
        this(reason, Sentence.of(sentence));
    }

    private MemberRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
        this.reason = reason;
    }

    /** The refusal as it was before it crossed the event server, which carries no classes; or the other failure. */
    public static CommandExecutionException in(CommandExecutionException failure) {
        return reasonOf(failure) instanceof Reason told ? new MemberRefused(told, sentenceOf(failure)) : failure;
    }

    public Reason reason() {
        return reason;
    }
}
