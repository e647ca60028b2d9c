package ilgam.starter.snapshots;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

import ilgam.starter.messaging.Metadata;

/** A snapshot on its way into an aggregate, in the place of the event that was its last. */
final class SnapshotMessage extends GenericDomainEventMessage<Snapshot> {

    private static final long serialVersionUID = 1L;

    /** @param occurredAt the latest of all events so far, which need not be that of the last one */
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
