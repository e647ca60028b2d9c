package ilgam.starter.messaging;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Checks, just before a repeated request's events are appended, whether the aggregate has events of its earlier
 * attempt. An attempt that is appended after the check takes the sequence number, so that the repeat fails with a
 * conflict and checks again.
 */
final class RepeatGuard implements MessageDispatchInterceptor<EventMessage<?>> {

    private final EventStore store;

    RepeatGuard(EventStore store) {
        this.store = store;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().getMessage() instanceof CommandMessage<?> command
                && command.getMetaData().containsKey(Metadata.REPEATED)
                && events.getFirst() instanceof DomainEventMessage<?> first) mustBeNew(command, first);
        return (_, event) -> event;
    }

    private void mustBeNew(CommandMessage<?> command, DomainEventMessage<?> first) {
        var id = command.getMetaData().get(Metadata.COMMAND_ID);
        PastEvents.of(store, first.getAggregateIdentifier())
                .filter(event -> event.getSequenceNumber() < first.getSequenceNumber())
                .filter(event -> Objects.equals(event.getMetaData().get(Metadata.COMMAND_ID), id))
                .mapToLong(DomainEventMessage::getSequenceNumber)
                .max()
                .ifPresent(version -> {
                    throw new CommandExecutionException(
                            "This request was carried out before.", null, new AlreadyAppended(version));
                });
    }
}
