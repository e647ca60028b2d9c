package ilgam.starter.snapshots;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;

import ilgam.starter.messaging.LastOccurrence;
import ilgam.starter.messaging.StoredSize;

/**
 * Records for the current command when its aggregate's last event happened, and the number and size of events loaded.
 */
final class SnapshotTriggers implements SnapshotTriggerDefinition {

    private final LastOccurrence lastOccurrence;
    private final StoredSize storedSize;

    SnapshotTriggers(LastOccurrence lastOccurrence, StoredSize storedSize) {
        this.lastOccurrence = lastOccurrence;
        this.storedSize = storedSize;
    }

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        var occurrence = lastOccurrence.prepareTrigger(aggregateType);
        var tail = Tail.begin();
        return new SnapshotTrigger() {

            private boolean initialized;

            @Override
            public void eventHandled(EventMessage<?> event) {
                occurrence.eventHandled(event);
                tail.add(event, initialized ? null : storedSize);
            }

            @Override
            public void initializationFinished() {
                initialized = true;
            }
        };
    }
}
