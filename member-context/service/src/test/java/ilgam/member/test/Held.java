package ilgam.member.test;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.test.ServiceClient.Answer;

/** Row locks that the test holds, as a concurrent request would. */
public record Held(JdbcClient db, TransactionOperations transaction) {

    /**
     * Runs {@code first}, which locks a row, sends the request, and runs {@code then} as soon as the request waits for
     * the lock.
     */
    public Answer whileRequesting(Runnable first, Callable<Answer> request, Runnable then) {
        var answer = transaction.execute(_ -> {
            first.run();
            var pending = CompletableFuture.supplyAsync(() -> answerOf(request), Thread::startVirtualThread);
            Awaitility.await().pollInSameThread().until(this::somebodyWaits);
            then.run();
            return pending;
        });
        return answer.join();
    }

    /** Whether a request waits for the transaction of the test. */
    private boolean somebodyWaits() {
        return db.sql("""
                        select exists (
                            select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """).query(Boolean.class).single();
    }

    private static Answer answerOf(Callable<Answer> request) {
        try {
            return request.call();
        } catch (Exception failed) {
            throw new CompletionException(failed);
        }
    }
}
