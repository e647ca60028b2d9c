package ilgam.trial;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/**
 * Measures whether response times disclose who has an account: the same request for addresses with and without one,
 * mixed, one at a time.
 */
final class Secrecy {

    private static final int ADDRESSES = 50;
    private static final int WARM_UP = 50;
    private static final int EACH = 500;
    private static final long SEED = 20261123;

    /** The gateway lets an address without a session send 20 requests a second. */
    private static final Duration PACE = Duration.ofMillis(60);

    /** The member context allows a network 100 wrong passwords and an account 10 before it must wait. */
    private static final int UNTIL_FORGOTTEN = 80;

    private final RunningSystem system;
    private final Random chance = new Random(SEED);

    Secrecy(RunningSystem system) {
        this.system = system;
    }

    void measure() {
        System.out.println(
                "\nrequest | member: median ms | p95 | nobody: median ms | p95 | difference of medians (95 %)"
                        + " | of 10th percentiles (95 %) | longer for members | z");
        System.out.println("--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---:");
        report(
                "log in with a wrong password",
                401,
                (client, email) ->
                        client.post("/api/session", Map.of("email", email, "password", "nine kettles sing at noon")));
        report("find password", 202, (client, email) -> client.post("/api/password-resets", Map.of("email", email)));
    }

    /** The tenth percentile is what an attacker would use who picks the moments when the machine is idle. */
    private void report(String name, int status, BiFunction<Client, String, Answer> request) {
        var times = compared(status, request);
        System.out.println("%s | %.2f | %.2f | %.2f | %.2f | %s | %s | %.1f %% | %+.2f"
                .formatted(
                        name,
                        Comparison.percentile(times.one(), 50),
                        Comparison.percentile(times.one(), 95),
                        Comparison.percentile(times.other(), 50),
                        Comparison.percentile(times.other(), 95),
                        difference(times, 50),
                        difference(times, 10),
                        100 * times.longer(),
                        times.z()));
    }

    private String difference(Comparison times, int p) {
        var bounds = times.bounds(p, chance);
        return "%+.2f (%+.2f to %+.2f)".formatted(times.difference(p), bounds.getFirst(), bounds.getLast());
    }

    private Comparison compared(int status, BiFunction<Client, String, Answer> request) {
        asked(WARM_UP, status, request);
        return asked(EACH, status, request);
    }

    private Comparison asked(int each, int status, BiFunction<Client, String, Answer> request) {
        var members = new ArrayList<Double>();
        var nobody = new ArrayList<Double>();
        var n = 0;
        for (var isMember : turns(each)) {
            if (n % UNTIL_FORGOTTEN == 0) forget();
            var email = "%s-%d@bench.example".formatted(isMember ? "member" : "nobody", 1 + n % ADDRESSES);
            (isMember ? members : nobody).add(timed(status, request, email));
            n++;
        }
        return new Comparison(members, nobody);
    }

    /** In random order, so that work that requests defer, such as mails, affects both alike. */
    private List<Boolean> turns(int each) {
        var turns = new ArrayList<>(Collections.nCopies(each, true));
        turns.addAll(Collections.nCopies(each, false));
        Collections.shuffle(turns, chance);
        return turns;
    }

    private double timed(int status, BiFunction<Client, String, Answer> request, String email) {
        var client = system.client();
        var sent = System.nanoTime();
        request.apply(client, email).expect(status);
        var took = System.nanoTime() - sent;
        LockSupport.parkNanos(PACE.toNanos() - took);
        return took / 1e6;
    }

    /** Deletes attempts and mails, so that they do not influence the next requests. */
    private void forget() {
        try (var connection = system.database("ilgam_member");
                var statement = connection.createStatement()) {
            statement.execute("delete from log_in_attempt; delete from password_reset");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
