package ilgam.starter.messaging;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The event store cannot be reached, does not answer, or refuses this process. */
public final class EventStoreAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Messages of Axon Server's client, for failures whose class was lost on the way. */
    private static final List<String> WORDS = List.of(
            "UNAVAILABLE",
            "DEADLINE_EXCEEDED",
            "AXONIQ-2100",
            "AXONIQ-3001",
            "AXONIQ-4003",
            "AXONIQ-1000",
            "AXONIQ-1001",
            "Timeout while executing request",
            "timeout while waiting for events",
            "StreamClosedException",
            "Disconnected from AxonServer");

    private final Outcome outcome;

    private EventStoreAway(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.outcome = outcome;
    }

    /** A failure before the command was sent: nothing was changed. */
    public static EventStoreAway notSent() {
        return new EventStoreAway(
                Outcome.NOT_SENT,
                "The event store cannot be reached at the moment, so nothing was changed. Please try again soon.",
                null);
    }

    static EventStoreAway unknown(@Nullable Throwable cause) {
        return new EventStoreAway(
                Outcome.UNKNOWN,
                "The event store went away before it answered, so this change may or may not have been saved. Please look"
                        + " again soon; the same request with the same Idempotency-Key is safe to repeat.",
                cause);
    }

    /** What is known of the command's outcome. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether a failure is caused by an event store that is away. */
    public static boolean isIn(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) if (saysSo(cause)) return true;
        return false;
    }

    private static boolean saysSo(Throwable cause) {
        return switch (cause) {
            case EventStoreAway _ -> true;
            case StatusRuntimeException call -> isAway(call.getStatus());
            case StatusException call -> isAway(call.getStatus());
            case EventStoreException store ->
                store.getCause() instanceof TimeoutException
                        || store.getCause() instanceof SQLTransientConnectionException
                        || (store.getCause() instanceof SQLException sql
                                && String.valueOf(sql.getSQLState()).startsWith("08"));
            default -> WORDS.stream().anyMatch(cause.toString()::contains);
        };
    }

    private static boolean isAway(io.grpc.Status status) {
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, UNAUTHENTICATED, PERMISSION_DENIED, CANCELLED -> true;
            default -> false;
        };
    }
}
