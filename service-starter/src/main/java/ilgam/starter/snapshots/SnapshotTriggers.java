package ilgam.starter.snapshots;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.serialization.Serializer;

import ilgam.starter.messaging.LastOccurrence;

/** Sees each event of an aggregate: when the last one happened, and how many and how heavy they are. */
final class SnapshotTriggers implements SnapshotTriggerDefinition {

    private final LastOccurrence lastOccurrence;
    private final Serializer eventSerializer;

    SnapshotTriggers(LastOccurrence lastOccurrence, Serializer eventSerializer) {
        this.lastOccurrence = lastOccurrence;
        this.eventSerializer = eventSerializer;
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
                tail.add(event, initialized ? null : eventSerializer);
            }

            @Override
            public void initializationFinished() {
                initialized = true;
            }
        };
    }
}
