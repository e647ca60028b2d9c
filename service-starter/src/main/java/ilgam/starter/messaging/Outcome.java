package ilgam.starter.messaging;

import java.util.function.Supplier;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * What is known of a command that got no result. A reservation may be released only when it is certain that nothing was
 * appended; otherwise it waits for the event, or for a sweep that asks the event store. A time-out is not a refusal.
 */
public enum Outcome {
    /** A rule refused it, or every retry met a conflict: nothing was appended. */
    REFUSED,
    /** The event store was away before the command was sent: nothing was appended. */
    NOT_SENT,
    /** It may have been appended, or may still be. */
    UNKNOWN;

    /** The outcome of a failure; unknown by default. */
    public static Outcome of(Throwable failure) {
        return switch (failure) {
            case EventStoreAway away -> away.outcome();
            case ConcurrentModification _, AggregateNotFoundException _ -> REFUSED;
            case CommandExecutionException refusal when refusal.getDetails().isPresent() -> REFUSED;
            default -> UNKNOWN;
        };
    }

    /** Whether it is certain that nothing was appended. */
    public boolean isKnown() {
        return this != UNKNOWN;
    }

    /**
     * Sends; if it is certain that nothing was appended, releases what this attempt reserved. What an earlier attempt
     * of the same request reserved must stay, as that one may have been appended.
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
