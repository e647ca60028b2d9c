package ilgam.starter.snapshots;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** After a command, stores a snapshot of an aggregate that took many or large events to load. */
final class SnapshotsOfLongTails implements HandlerEnhancerDefinition {

    private final Snapshots snapshots;

    SnapshotsOfLongTails(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(CommandMessage.class) ? new Watched<>(original) : original;
    }

    private void keep(Snapshotted aggregate, Tail tail) {
        var last = tail.last();
        if (last == null || !tail.isLong() || !snapshots.wants(last.getAggregateIdentifier())) return;
        var state = aggregate.snapshot();
        CurrentUnitOfWork.get().afterCommit(_ -> snapshots.keep(last, tail.latest(), state));
    }

    private final class Watched<T> extends WrappedMessageHandlingMember<T> {

        Watched(MessageHandlingMember<T> original) {
            super(original);
        }

        @Override
        public @Nullable Object handle(Message<?> command, @Nullable T target) throws Exception {
            var answer = super.handle(command, target);
            if (target instanceof Snapshotted aggregate) Tail.current().ifPresent(tail -> keep(aggregate, tail));
            return answer;
        }
    }
}
