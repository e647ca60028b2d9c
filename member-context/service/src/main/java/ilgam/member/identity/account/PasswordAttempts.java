package ilgam.member.identity.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import ilgam.member.identity.secret.Secret;
import ilgam.starter.refusal.Sentence;

import static ilgam.member.identity.account.AccountRefused.Reason.TOO_MANY_ATTEMPTS;

/**
 * Limits wrong passwords within 15 minutes: ten for an account, a hundred from a network for any accounts. They are
 * kept in the database, so that a restart does not reset them and all instances share the count; an unknown address
 * counts like a known one. An attempt is written before the password is checked, so that concurrent attempts cannot
 * exceed the limit.
 */
@Component
class PasswordAttempts {

    private static final int ALLOWED = 10;
    private static final int ALLOWED_FROM_A_NETWORK = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final Clock clock;
    private final Counter throttledAccounts;
    private final Counter throttledNetworks;

    PasswordAttempts(JdbcClient db, Clock clock, MeterRegistry registry) {
        this.db = db;
        this.clock = clock;
        this.throttledAccounts = throttled("account", registry);
        this.throttledNetworks = throttled("network", registry);
    }

    private static Counter throttled(String limit, MeterRegistry registry) {
        return Counter.builder("ilgam.throttled")
                .description("Requests refused because somebody asked too fast")
                .tag("limit", limit)
                .register(registry);
    }

    /** Counts an attempt at an account, or refuses it above the limit. */
    @Transactional
    public void count(String emailKey) {
        count(emailKey, ALLOWED, throttledAccounts, "Too many wrong passwords for this account.");
    }

    /** Counts an attempt from a network, or refuses it above the limit. */
    @Transactional
    public void count(Network network) {
        count(network.key(), ALLOWED_FROM_A_NETWORK, throttledNetworks, "Too many wrong passwords from your network.");
    }

    private void count(String key, int allowed, Counter throttled, String refusal) {
        var digest = Secret.sha256(key);
        var now = clock.instant();
        db.sql("select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 0))")
                .param(digest)
                .query((row, n) -> true)
                .single();
        var latest = db.sql("select at from log_in_attempt where account_key = ? and at > ? order by at desc limit ?")
                .params(digest, Timestamp.from(now.minus(WINDOW)), allowed)
                .query(Timestamp.class)
                .list();
        if (latest.size() >= allowed) {
            throttled.increment();
            throw tooMany(refusal, latest.getLast().toInstant(), now);
        }
        db.sql("insert into log_in_attempt (account_key, at) values (?, ?)")
                .params(digest, Timestamp.from(now))
                .update();
    }

    /** Removes the latest attempt, as its password was never checked. */
    void takeBack(String key) {
        db.sql("""
                        delete from log_in_attempt where ctid = (
                            select ctid from log_in_attempt where account_key = ? order by at desc limit 1)
                        """).param(Secret.sha256(key)).update();
    }

    /** Clears the wrong attempts after the right password. */
    void clear(String emailKey) {
        db.sql("delete from log_in_attempt where account_key = ?")
                .param(Secret.sha256(emailKey))
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void sweep() {
        db.sql("delete from log_in_attempt where at < ?")
                .param(Timestamp.from(clock.instant().minus(WINDOW)))
                .update();
    }

    private static AccountRefused tooMany(String refusal, Instant earliest, Instant now) {
        var wait = Duration.between(now, earliest.plus(WINDOW));
        var sentence =
                Sentence.of(refusal + " Try again in {minutes} minutes.", Map.of("minutes", wait.toMinutes() + 1));
        return new AccountRefused(TOO_MANY_ATTEMPTS, sentence, wait);
    }
}
