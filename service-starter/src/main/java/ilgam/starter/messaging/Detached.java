package ilgam.starter.messaging;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.slf4j.MDC;

/**
 * Runs a call in a new thread. A policy sends its command while an event is being handled; in that thread, the append
 * would be deferred to the end of the batch, and a conflict could not be retried.
 */
final class Detached {

    private Detached() {}

    static <R> R call(Callable<R> call) {
        var context = MDC.getCopyOfContextMap();
        var task = new FutureTask<R>(() -> {
            if (context != null) MDC.setContextMap(context);
            return call.call();
        });
        Thread.ofVirtual().name("command").start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a command.", e);
        }
    }
}
