package ilgam.work.replica;

import java.time.Instant;

import ilgam.work.language.Status;

/**
 * What a status id shows during [from, to): its status, or the one that its items have moved on to.
 * {@link Instant#MIN} and {@link Instant#MAX} mean unbounded.
 *
 * @param place of the shown status in the workflow; after all others when it is retired
 */
public record Shown(String id, Instant from, Instant to, Status status, int place) {

    boolean continues(Shown earlier) {
        return earlier.to.equals(from) && earlier.status.equals(status) && earlier.place == place;
    }

    Shown from(Instant instant) {
        return new Shown(id, instant, to, status, place);
    }
}
