package ilgam.member.test;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Sends several requests at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    public static List<ServiceClient.Answer> call(Stream<Callable<ServiceClient.Answer>> requests) {
        var all = requests.toList();
        var start = new CountDownLatch(all.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = all.stream()
                    .map(request -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        return request.call();
                    }))
                    .toList();
            return running.stream().map(AtOnce::answer).toList();
        }
    }

    private static ServiceClient.Answer answer(Future<ServiceClient.Answer> running) {
        try {
            return running.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
