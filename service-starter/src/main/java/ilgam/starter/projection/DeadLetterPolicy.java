package ilgam.starter.projection;

import java.sql.SQLException;
import java.util.Set;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ilgam.starter.messaging.EventStoreAway;

/**
 * Sets an event aside only if it failed when handled alone, and for a permanent reason. The first failure in a batch
 * rolls the batch back, as does a database or an event store that is away or busy; the events are then handled again.
 */
final class DeadLetterPolicy implements EnqueuePolicy<EventMessage<?>> {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterPolicy.class);
    /**
     * Classes of SQL states that pass: connection, transaction state and rollback, resources, not ready, operator,
     * system.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private final Careful careful;

    DeadLetterPolicy(Careful careful) {
        this.careful = careful;
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        var event = letter.message();
        if (!isRetry() && (!careful.with(event) || isPassing(cause))) throw new BatchFailed(event, cause);
        log.error("Event {} {} is set aside.", event.getPayloadType().getSimpleName(), event.getIdentifier(), cause);
        return Decisions.enqueue(Causes.of(cause));
    }

    /** Whether a dead letter is being retried: it then stays, because an exception from here would evict it. */
    private static boolean isRetry() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().resources().containsKey(DeadLetter.class.getName());
    }

    static boolean isPassing(Throwable failure) {
        if (EventStoreAway.isIn(failure)) return true;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql) return isPassingState(sql.getSQLState());
        return failure instanceof InterruptedException || failure.getCause() instanceof InterruptedException;
    }

    private static boolean isPassingState(@Nullable String state) {
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
    }

    /** Rolls the batch back, after which its events are handled again. */
    static final class BatchFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BatchFailed(EventMessage<?> event, Throwable cause) {
            super(
                    "The batch with " + event.getPayloadType().getSimpleName() + " " + event.getIdentifier()
                            + " failed and will come again: " + cause.getMessage(),
                    cause);
        }
    }
}
