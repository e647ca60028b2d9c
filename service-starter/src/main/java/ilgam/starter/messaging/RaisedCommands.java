package ilgam.starter.messaging;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Dates a command, and so its events, no earlier than the last event of its aggregate. */
final class RaisedCommands implements HandlerEnhancerDefinition {

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(CommandMessage.class) ? new Raised<>(original) : original;
    }

    private static final class Raised<T> extends WrappedMessageHandlingMember<T> {

        Raised(MessageHandlingMember<T> original) {
            super(original);
        }

        @Override
        public @Nullable Object handle(Message<?> command, @Nullable T target) throws Exception {
            var raised = LastOccurrence.raised(command);
            raised.ifPresent(message -> CurrentUnitOfWork.get().transformMessage(_ -> message));
            return super.handle(raised.orElse(command), target);
        }
    }
}
