package ilgam.gateway.intake;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import org.springframework.http.HttpStatus;

import ilgam.gateway.problem.Problem;

/** The minimum rate of a body, measured from now on. */
final class Pace {

    private static final Problem TOO_SLOW =
            new Problem(HttpStatus.REQUEST_TIMEOUT, "too-slow", "The body came too slowly; send it again.", 1);

    private final long began = System.nanoTime();
    private final long time;
    private final long pause;
    private final long bytesPerSecond;
    private final Counter refused;
    private long came;

    Pace(Duration time, Duration pause, long bytesPerSecond, Counter refused) {
        this.time = time.toNanos();
        this.pause = pause.toNanos();
        this.bytesPerSecond = bytesPerSecond;
        this.refused = refused;
    }

    /**
     * Counts received bytes.
     *
     * @throws RuntimeException a refusal, when too few have come by now
     */
    void came(int bytes) {
        came += bytes;
        var taken = System.nanoTime() - began;
        if (taken > time || (taken - pause) / 1e9 * bytesPerSecond > came) throw tooSlow();
    }

    RuntimeException tooSlow() {
        refused.increment();
        return TOO_SLOW.refused();
    }
}
