package ilgam.starter.snapshots;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

import ilgam.starter.messaging.Metadata;

/** A snapshot as the event message that replaces the events up to its last one. */
final class SnapshotMessage extends GenericDomainEventMessage<Snapshot> {

    private static final long serialVersionUID = 1L;

    /** @param occurredAt the latest instant of all events so far, which may be later than that of the last one */
    SnapshotMessage(DomainEventMessage<?> last, Snapshot state, String occurredAt) {
        super(
                last.getType(),
                last.getAggregateIdentifier(),
                last.getSequenceNumber(),
                state,
                MetaData.with(Metadata.OCCURRED_AT, occurredAt),
                last.getIdentifier(),
                last.getTimestamp());
    }
}
