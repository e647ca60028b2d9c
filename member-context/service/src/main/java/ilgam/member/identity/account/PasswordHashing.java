package ilgam.member.identity.account;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

import ilgam.starter.refusal.Sentence;

import static ilgam.member.identity.account.AccountRefused.Reason.BUSY;

/**
 * Argon2id with OWASP's parameters (19 MiB, two passes, one lane). Only a few hashes run at a time, as each needs its
 * memory: many concurrent log-ins wait in a queue and never exhaust the process. They run on platform threads of their
 * own: on the carrier threads of virtual threads, they would block requests that hold a database connection, until no
 * connection is left.
 */
@Component
public class PasswordHashing implements AutoCloseable {

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    private static final int PATIENCE_SECONDS = 10;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("password-", 0).factory());
    private final String nobodys;

    PasswordHashing() {
        this(KIBIBYTES, PASSES);
    }

    PasswordHashing(int kibibytes, int passes) {
        argon2 = new Argon2PasswordEncoder(16, 32, 1, kibibytes, passes);
        nobodys = String.valueOf(argon2.encode("nobody has this password"));
    }

    /** The hash to store. */
    String hash(Password password) {
        return inTurn(() -> String.valueOf(argon2.encode(password.text())));
    }

    /** Whether the password matches the hash. Without a hash the answer is no, after the same work. */
    boolean matches(Password password, @Nullable String hash) {
        var fits = inTurn(() -> argon2.matches(password.text(), hash == null ? nobodys : hash));
        return fits && hash != null;
    }

    /** Whether the hash was made with weaker parameters than the current ones. */
    boolean isOutdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!awaitTurn()) throw busy();
        try {
            return CompletableFuture.supplyAsync(work, workers).join();
        } finally {
            turns.release();
        }
    }

    @Override
    public void close() {
        workers.shutdown();
    }

    private static AccountRefused busy() {
        return new AccountRefused(
                BUSY,
                Sentence.of("Too many people are logging in just now. Try again shortly."),
                Duration.ofSeconds(2));
    }

    private boolean awaitTurn() {
        try {
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
