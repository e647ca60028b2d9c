package ilgam.member.identity.token;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A token cannot be issued in this way. The message is written for the member. */
public final class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements Refusal {
        TOO_MANY_TOKENS
    }

    private final Reason reason;
    private final transient Sentence sentence;

    TokenRefused(Reason reason, Sentence sentence) {
        super(sentence.text());
        this.reason = reason;
        this.sentence = sentence;
    }

    public Reason reason() {
        return reason;
    }

    public Sentence sentence() {
        return sentence;
    }
}
