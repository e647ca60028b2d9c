package ilgam.starter.reservation;

import java.time.Instant;
import java.util.UUID;

/**
 * A key that somebody has taken.
 *
 * @param id of this taking: when the key is taken again, it is another
 * @param holder the aggregate whose event it is taken for
 * @param confirmed whether the event was met
 * @param repeated whether the holder had it before this taking, so that an earlier attempt may still come to its event
 */
public record Reservation(
        Reservations of, UUID id, String key, UUID holder, boolean confirmed, Instant takenAt, boolean repeated) {

    /**
     * Gives back what this attempt took, once it is known that its command came to nothing. Nothing is released that the
     * event store has, that an earlier attempt took, or that was taken again; while the store is away, the sweep waits to
     * ask it.
     */
    public void release() {
        if (!repeated) of.releaseUnlessStored(this);
    }
}
