package ilgam.member.account;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** An account cannot be had, changed or used like this. The message is written for whoever asked. */
public final class AccountRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Which rule it was. */
    public enum Reason {
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
    private final @Nullable Duration retryAfter;

    public AccountRefused(Reason reason, String message) {
        this(reason, message, null);
    }

    AccountRefused(Reason reason, String message, @Nullable Duration retryAfter) {
        super(message);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** When asking again makes sense, if that is a matter of time. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
