package ilgam.starter.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Tracks, while a command's aggregate is loaded, the instant of its last event, so that the command's events are not
 * dated earlier even if clocks differ. It is part of every aggregate's snapshot trigger, the only extension point that
 * sees each event of an aggregate while it is loaded.
 */
public final class LastOccurrence implements SnapshotTriggerDefinition {

    private static final String KEY = LastOccurrence.class.getName();

    @Override
    public SnapshotTrigger prepareTrigger(@Nullable Class<?> aggregateType) {
        return new SnapshotTrigger() {

            @Override
            public void eventHandled(EventMessage<?> event) {
                var at = occurredAt(event);
                if (at != null && CurrentUnitOfWork.isStarted())
                    CurrentUnitOfWork.get().root().resources().merge(KEY, at, LastOccurrence::later);
            }

            @Override
            public void initializationFinished() {}
        };
    }

    /** The command, re-dated to the last event of its loaded aggregate, if it claims to be earlier. */
    static Optional<Message<?>> raised(Message<?> command) {
        var last = (@Nullable Instant) CurrentUnitOfWork.get().root().getResource(KEY);
        var at = occurredAt(command);
        return last != null && at != null && at.isBefore(last)
                ? Optional.of(command.andMetaData(Map.of(Metadata.OCCURRED_AT, last.toString())))
                : Optional.empty();
    }

    private static @Nullable Instant occurredAt(Message<?> message) {
        return message.getMetaData().get(Metadata.OCCURRED_AT) instanceof String at ? Instant.parse(at) : null;
    }

    private static Object later(Object one, Object other) {
        return ((Instant) one).isAfter((Instant) other) ? one : other;
    }
}
