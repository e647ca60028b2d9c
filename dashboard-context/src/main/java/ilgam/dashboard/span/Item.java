package ilgam.dashboard.span;

import java.time.Instant;
import java.util.UUID;

/** The immutable data of an item. */
record Item(UUID id, UUID project, Instant openedAt) {

    /** The instant at which an event takes effect: never before the item's opening. */
    Instant effective(Instant occurredAt) {
        return occurredAt.isBefore(openedAt) ? openedAt : occurredAt;
    }
}
