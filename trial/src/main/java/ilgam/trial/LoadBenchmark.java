package ilgam.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Measures whether memory use levels off: all kinds of requests for an hour, many of them changes. */
final class LoadBenchmark {

    private static final Duration LASTS = Duration.ofMinutes(Integer.getInteger("ilgam.minutes", 60));
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final int SHARE = 10;

    private LoadBenchmark() {}

    static void main(String[] arguments) throws IOException {
        try (var side = Side.start(Path.of(""), Side.fresh(Path.of("target/load-data")))) {
            var began = System.nanoTime();
            System.out.println("minute | requests | failed | MB of PSS: all | "
                    + String.join(" | ", Usage.of(side.system()).megabytes().keySet()));
            report(side, 0, 0, 0);
            var reported = 0L;
            var requests = 0;
            var failures = 0;
            while (seconds(began) < LASTS.toSeconds()) {
                for (var operation : Operation.ALL) {
                    var outcome = operation
                            .on(side)
                            .run(
                                    side.system(),
                                    side.members(),
                                    operation.connections(),
                                    Math.ceilDiv(operation.times(), SHARE));
                    requests += outcome.requests();
                    failures += outcome.failures();
                }
                if (seconds(began) >= (reported + 1) * INTERVAL.toSeconds()) {
                    reported = seconds(began) / INTERVAL.toSeconds();
                    report(side, seconds(began) / 60, requests, failures);
                }
            }
        }
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    private static void report(Side side, long minute, int requests, int failures) {
        var usage = Usage.of(side.system());
        var each = usage.megabytes().values().stream().map("%.0f"::formatted).toList();
        System.out.println("%d | %d | %d | %.0f | %s"
                .formatted(minute, requests, failures, usage.totalMegabytes(), String.join(" | ", each)));
    }
}
