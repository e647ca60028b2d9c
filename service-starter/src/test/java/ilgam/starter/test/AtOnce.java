package ilgam.starter.test;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs something many times concurrently. */
public final class AtOnce {

    private AtOnce() {}

    /** The results, by index. */
    public static <T> List<T> answers(int times, IntFunction<T> question) {
        var start = new CountDownLatch(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(n -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        return question.apply(n);
                    }))
                    .toList();
            return running.stream().map(AtOnce::answer).toList();
        }
    }

    private static <T> T answer(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
