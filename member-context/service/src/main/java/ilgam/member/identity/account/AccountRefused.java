package ilgam.member.identity.account;

import java.time.Duration;

import ilgam.member.text.RequestRefused;
import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** An account cannot be created, changed or used in this way. The message is written for the client. */
public final class AccountRefused extends RequestRefused {

    private static final long serialVersionUID = 1L;

    /** The rule that was violated. */
    public enum Reason implements Refusal {
        ACCOUNT_DEACTIVATED,
        EMAIL_TAKEN,
        EMAIL_UNCONFIRMED,
        HISTORY_TAKEN,
        CONFIRMATION_UNKNOWN,
        RESET_UNKNOWN,
        SETUP_CODE,
        WRONG_CREDENTIALS,
        WRONG_PASSWORD,
        TOO_MANY_ATTEMPTS,
        BUSY,
        IDEMPOTENCY_KEY_REUSED
    }

    public AccountRefused(Reason reason, String sentence) {
        super(reason, Sentence.of(sentence));
    }

    AccountRefused(Reason reason, Sentence sentence, Duration retryAfter) {
        super(reason, sentence, retryAfter);
    }
}
