package ilgam.member.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static ilgam.member.identity.account.AccountRefused.Reason.IDEMPOTENCY_KEY_REUSED;

/**
 * The idempotency keys of sign-ups. Unlike those of other requests, their responses are not stored, as nothing derived
 * from a password may be; the account itself distinguishes a repeat from another sign-up.
 */
@Component
class SignUpKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient db;
    private final Clock clock;

    SignUpKeys(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Refuses a key that belongs to a sign-up with other data. */
    void mustFit(NewAccount wanted) {
        var key = wanted.signUpKey();
        if (key == null) return;
        boolean another = db.sql("""
                        select exists (select from account
                                       where sign_up_key = ? and sign_up_body <> ? and created_at > ?)
                        """)
                .params(key, wanted.signUpBody(), Timestamp.from(clock.instant().minus(KEPT)))
                .query(Boolean.class)
                .single();
        if (another) throw reused();
    }

    /** Checks the key and locks it until the transaction ends, against concurrent sign-ups with the same key. */
    void take(NewAccount wanted) {
        var key = wanted.signUpKey();
        if (key == null) return;
        db.sql("select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 2))")
                .param(key)
                .query((row, n) -> true)
                .single();
        mustFit(wanted);
    }

    static AccountRefused reused() {
        return new AccountRefused(
                IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was already used for a different request. Please use a new one.");
    }
}
