package ilgam.starter.reservation;

import java.time.Instant;
import java.util.UUID;

/**
 * A reserved key.
 *
 * @param id of this reservation; reserving the key again gives another id
 * @param holder the aggregate whose event will confirm it
 * @param confirmed whether the event was handled
 * @param repeated whether the holder had the key before, so that an earlier attempt may still append its event
 */
public record Reservation(
        Reservations of, UUID id, String key, UUID holder, boolean confirmed, Instant takenAt, boolean repeated) {

    /**
     * Releases the key, once it is certain that its command appended nothing. Keeps it if the event store has the
     * event, if an earlier attempt reserved it, or if it was reserved again since; while the event store is away, that
     * is left to the sweep.
     */
    public void release() {
        if (!repeated) of.releaseUnlessStored(this);
    }
}
