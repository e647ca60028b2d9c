package ilgam.gateway.intake;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import org.springframework.http.HttpStatus;

import ilgam.gateway.problem.Problem;

/** A quota for each caller, and one for all callers together. */
final class Quota {

    private static final Problem TOO_MANY = new Problem(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-bodies",
            "Too many of your requests are being sent at once; wait until some have arrived.",
            1);
    private static final Problem BUSY = new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "overloaded",
            "Too many requests are being sent just now; try again in a moment.",
            2);

    private final long forEach;
    private final long forAll;
    private final Counter refused;
    private final Map<String, Long> taken = new HashMap<>();
    private long takenByAll;

    Quota(long forEach, long forAll, Counter refused) {
        this.forEach = forEach;
        this.forAll = forAll;
        this.refused = refused;
    }

    /** An amount that a caller holds until it is closed. */
    record Share(Quota of, String principal, long amount) implements AutoCloseable {

        @Override
        public void close() {
            of.giveBack(principal, amount);
        }
    }

    /**
     * Takes an amount from both quotas.
     *
     * @throws RuntimeException a refusal, when one of them has less left
     */
    synchronized Share take(String principal, long amount) {
        var mine = taken.getOrDefault(principal, 0L) + amount;
        if (mine > forEach) throw refusal(TOO_MANY);
        if (takenByAll + amount > forAll) throw refusal(BUSY);
        taken.put(principal, mine);
        takenByAll += amount;
        return new Share(this, principal, amount);
    }

    private RuntimeException refusal(Problem problem) {
        refused.increment();
        return problem.refused();
    }

    private synchronized void giveBack(String principal, long amount) {
        takenByAll -= amount;
        taken.computeIfPresent(principal, (_, mine) -> mine == amount ? null : mine - amount);
    }
}
