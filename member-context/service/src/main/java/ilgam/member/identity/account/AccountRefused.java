package ilgam.member.identity.account;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import ilgam.starter.refusal.Refusal;
import ilgam.starter.refusal.Sentence;

/** An account cannot be created, changed or used in this way. The message is written for the client. */
public final class AccountRefused extends RuntimeException {

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

    private final Reason reason;
    private final transient Sentence sentence;
    private final @Nullable Duration retryAfter;

    public AccountRefused(Reason reason, String sentence) {
        this(reason, Sentence.of(sentence), null);
    }

    AccountRefused(Reason reason, Sentence sentence, @Nullable Duration retryAfter) {
        super(sentence.text());
        this.reason = reason;
        this.sentence = sentence;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    public Sentence sentence() {
        return sentence;
    }

    /** How long to wait before trying again; null when waiting does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
