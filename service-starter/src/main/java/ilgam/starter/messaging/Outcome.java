package ilgam.starter.messaging;

import java.util.function.Supplier;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * What is known of a command that did not come to an answer. Only when it is known that nothing was appended may be
 * given back what was reserved for it; otherwise the reservation waits for the event, or for a sweep that asks the
 * event store. A time-out is not a refusal.
 */
public enum Outcome {
    /** A rule said no, or others were faster again and again: nothing was appended. */
    REFUSED,
    /** The event store was away before the command left: nothing was appended. */
    NOT_SENT,
    /** It may have been appended, or may still be. */
    UNKNOWN;

    /** Where nothing says otherwise, it is not known. */
    public static Outcome of(Throwable failure) {
        return switch (failure) {
            case EventStoreAway away -> away.outcome();
            case ConcurrentModification _, AggregateNotFoundException _ -> REFUSED;
            case CommandExecutionException refusal when refusal.getDetails().isPresent() -> REFUSED;
            default -> UNKNOWN;
        };
    }

    /** Whether nothing was appended, for sure. */
    public boolean isKnown() {
        return this != UNKNOWN;
    }

    /**
     * Sends; when it is known that nothing came of it, gives back what this attempt reserved. What an earlier attempt of
     * the same request reserved must stay, as that one may have been appended.
     */
    public static <R> R orGiveBack(Supplier<R> send, Runnable giveBack) {
        try {
            return send.get();
        } catch (RuntimeException failure) {
            if (of(failure).isKnown()) giveBack.run();
            throw failure;
        }
    }
}
