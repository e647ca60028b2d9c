package ilgam.dashboard.span;

import java.time.Instant;
import java.util.UUID;

/** What never changes about an item. */
record Item(UUID id, UUID project, Instant openedAt) {

    /** When an event counts that is said to have occurred then: an item has no time before its opening. */
    Instant effective(Instant occurredAt) {
        return occurredAt.isBefore(openedAt) ? openedAt : occurredAt;
    }
}
