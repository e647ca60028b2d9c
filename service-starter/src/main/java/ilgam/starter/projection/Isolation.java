package ilgam.starter.projection;

import java.sql.Connection;

import javax.sql.DataSource;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import ilgam.starter.messaging.Weighed;

/**
 * Puts the handling of a suspect event behind a savepoint and has its batches written at once, so that it fails alone:
 * the transaction stays usable for the dead letter and for the other events.
 */
final class Isolation implements HandlerEnhancerDefinition {

    private final Careful careful;
    private final DataSource database;

    Isolation(Careful careful, DataSource database) {
        this.careful = careful;
        this.database = database;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(EventMessage.class) ? new Isolated<>(original) : original;
    }

    private final class Isolated<T> extends WrappedMessageHandlingMember<T> {

        Isolated(MessageHandlingMember<T> original) {
            super(original);
        }

        @Override
        public @Nullable Object handle(Message<?> event, @Nullable T target) throws Exception {
            if (!careful.with(event)) return handleInBatch(event, target);
            return TransactionSynchronizationManager.getResource(database) instanceof ConnectionHolder transaction
                    ? handleBehindSavepoint(transaction.getConnection(), event, target)
                    : super.handle(event, target);
        }

        private @Nullable Object handleInBatch(Message<?> event, @Nullable T target) throws Exception {
            var result = super.handle(event, target);
            if (event instanceof Weighed heavy) OpenBatches.ofThisUnit().add(heavy);
            return result;
        }

        private @Nullable Object handleBehindSavepoint(Connection connection, Message<?> event, @Nullable T target)
                throws Exception {
            var batches = OpenBatches.ofThisUnit();
            var before = connection.setSavepoint();
            try {
                var result = super.handle(event, target);
                batches.write();
                connection.releaseSavepoint(before);
                return result;
            } catch (Exception failure) {
                batches.forget();
                connection.rollback(before);
                throw failure;
            }
        }
    }
}
