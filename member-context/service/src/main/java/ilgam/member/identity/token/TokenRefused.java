package ilgam.member.identity.token;

import ilgam.member.text.RequestRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** A token cannot be issued in this way. The message is written for the member. */
public final class TokenRefused extends RequestRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements Refusal {
        TOO_MANY_TOKENS
    }

    TokenRefused(Reason reason, Sentence sentence) {
        super(reason, sentence);
    }
}
