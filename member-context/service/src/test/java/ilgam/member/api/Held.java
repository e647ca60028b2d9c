package ilgam.member.api;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import ilgam.member.api.ServiceClient.Answer;

/** Rows that the test holds, as another request would in the very moment in which somebody asks for something. */
record Held(JdbcClient db, TransactionOperations transaction) {

    /** Does {@code first}, which locks a row; asks; does {@code then} as soon as whoever asks waits for it. */
    Answer whileAsking(Runnable first, Callable<Answer> question, Runnable then) {
        var answer = transaction.execute(_ -> {
            first.run();
            var asked = CompletableFuture.supplyAsync(() -> answerOf(question), Thread::startVirtualThread);
            Awaitility.await().pollInSameThread().until(this::somebodyWaits);
            then.run();
            return asked;
        });
        return answer.join();
    }

    /** Asked in the transaction of the test, for whose rows they wait. */
    private boolean somebodyWaits() {
        return db.sql("""
                        select exists (
                            select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """).query(Boolean.class).single();
    }

    private static Answer answerOf(Callable<Answer> question) {
        try {
            return question.call();
        } catch (Exception failed) {
            throw new CompletionException(failed);
        }
    }
}
