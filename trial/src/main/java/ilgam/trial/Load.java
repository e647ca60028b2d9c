package ilgam.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** One kind of request, sent over several connections at once for some time. */
record Load(String name, Function<Client, Answer> request) {

    /** The result. */
    record Outcome(
            String name, int requests, int failures, double seconds, double cpuSeconds, double median, double p99) {

        double perSecond() {
            return requests / seconds;
        }

        double cpuMillisEach() {
            return 1000 * cpuSeconds / requests;
        }
    }

    Outcome run(RunningSystem system, List<Client> clients, int connections, Duration duration) {
        var end = System.nanoTime() + duration.toNanos();
        return run(system, clients, connections, n -> System.nanoTime() < end);
    }

    /** Sends a fixed number of requests; the cost of work that they defer is included. */
    Outcome run(RunningSystem system, List<Client> clients, int connections, int times) {
        return run(system, clients, connections, n -> n < times);
    }

    private Outcome run(RunningSystem system, List<Client> clients, int connections, IntPredicate goesOn) {
        var times = new ConcurrentLinkedQueue<Double>();
        var failures = new AtomicInteger();
        var before = Usage.of(system);
        var began = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (var n = 0; n < connections; n++) {
            var first = n;
            threads.add(Thread.ofPlatform().start(() -> {
                for (var i = first; goesOn.test(i); i += connections) {
                    var sent = System.nanoTime();
                    var answer = request.apply(clients.get(i % clients.size()));
                    if (answer.status() >= 400) failures.incrementAndGet();
                    times.add((System.nanoTime() - sent) / 1e6);
                }
            }));
        }
        threads.forEach(Load::join);
        var seconds = (System.nanoTime() - began) / 1e9;
        var cpu = Usage.of(system).totalCpuSeconds() - before.totalCpuSeconds();
        var sorted = times.stream().sorted().toList();
        return new Outcome(name, sorted.size(), failures.get(), seconds, cpu, at(sorted, 50), at(sorted, 99));
    }

    private static double at(List<Double> sorted, int p) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(p * sorted.size() / 100.0) - 1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
