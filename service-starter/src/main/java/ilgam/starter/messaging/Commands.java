package ilgam.starter.messaging;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import ilgam.starter.ids.RequestKey;
import ilgam.starter.security.Caller;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

/**
 * Sends a command and waits for its result. Retries after a conflict with another append to the same aggregate; never
 * after a refusal, which is thrown as the {@link CommandExecutionException} with the aggregate's details. While the
 * event store is away, a command fails at once with {@link EventStoreAway}, which says what is known of its outcome.
 *
 * <p>The result is the aggregate's version, or nothing that the sender reads. A repeated request whose earlier attempt
 * was appended gets the version after that attempt.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // a command's answer has whatever type its handler gives
public class Commands {

    private static final int TRIES = 12;
    private static final int LONGEST_ANSWER_SECONDS = 60;
    private static final int LOOK_MILLIS = 50;

    private final CommandBus bus;
    private final EventStoreWatch watch;
    private final Clock clock;
    private final CommandMetrics metrics;

    Commands(CommandBus bus, EventStoreWatch watch, Clock clock, CommandMetrics metrics) {
        this.bus = bus;
        this.watch = watch;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Sends a command on behalf of the caller, at the present instant. */
    public <R> R send(Object command, Caller caller) {
        var metadata = new HashMap<String, Object>();
        metadata.put(Metadata.ACTOR, caller.member().toString());
        metadata.put(Metadata.SOURCE, caller.source());
        return send(command, MetaData.from(metadata));
    }

    /** Sends with this metadata; instant and request default to the present ones. */
    public <R> R send(Object command, MetaData metadata) {
        var complete = complete(command, metadata);
        return metrics.measured(
                command,
                () -> CurrentUnitOfWork.isStarted()
                        ? Detached.call(() -> this.<R>sendUntilTaken(command, complete))
                        : this.<R>sendUntilTaken(command, complete));
    }

    private MetaData complete(Object command, MetaData metadata) {
        var defaults = new HashMap<String, Object>();
        defaults.put(
                Metadata.OCCURRED_AT,
                clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
        var requestId = MDC.get(Metadata.REQUEST_ID);
        if (requestId != null) defaults.put(Metadata.REQUEST_ID, requestId);
        var request = RequestKey.current();
        if (request != null) {
            defaults.put(Metadata.COMMAND_ID, request.commandId(command).toString());
            if (request.repeated()) defaults.put(Metadata.REPEATED, true);
        }
        return MetaData.from(defaults).mergedWith(metadata);
    }

    private <R> R sendUntilTaken(Object command, MetaData metadata) {
        for (int attempt = 1; ; attempt++) {
            try {
                return sendOnce(command, metadata);
            } catch (RuntimeException failure) {
                var before = before(failure);
                if (before != null) return this.<R>versionAfter(before);
                switch (Conflict.in(failure)) {
                    case NONE -> throw explained(failure);
                    case EXISTS_ALREADY -> throw new AlreadyExists(failure);
                    case OVERTAKEN -> {
                        if (attempt == TRIES) throw new ConcurrentModification(failure);
                        waitALittle(attempt);
                    }
                }
            }
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the result may be null
    private <R> R sendOnce(Object command, MetaData metadata) {
        watch.mustBeUp();
        var answer = new CompletableFuture<@Nullable Object>();
        var sent = metadata.and(Metadata.SENT_AT, clock.instant().toString());
        bus.dispatch(new GenericCommandMessage<>(command, sent), (message, result) -> {
            if (result.isExceptional()) answer.completeExceptionally(result.exceptionResult());
            else answer.complete(result.getPayload());
        });
        try {
            return (R) await(answer);
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw EventStoreAway.unknown(e);
        }
    }

    /** Waits while the event store is up, until the time-out. */
    private @Nullable Object await(CompletableFuture<@Nullable Object> answer)
            throws ExecutionException, InterruptedException {
        long patience = System.nanoTime() + SECONDS.toNanos(LONGEST_ANSWER_SECONDS);
        while (true) {
            try {
                return answer.get(LOOK_MILLIS, MILLISECONDS);
            } catch (TimeoutException e) {
                if (!watch.isUp() || System.nanoTime() > patience) throw EventStoreAway.unknown(e);
            }
        }
    }

    /** Turns the many failures that an event store's absence causes into {@link EventStoreAway}. */
    private RuntimeException explained(RuntimeException failure) {
        // after Axon Server's return it has no handlers until they have registered again
        if (failure instanceof NoHandlerForCommandException) return EventStoreAway.notSent();
        if (Outcome.of(failure).isKnown() || failure instanceof EventStoreAway) return failure;
        return EventStoreAway.isIn(failure) || !watch.isUp() ? EventStoreAway.unknown(failure) : failure;
    }

    private static @Nullable AlreadyAppended before(RuntimeException failure) {
        return failure instanceof CommandExecutionException held
                        && held.getDetails().orElse(null) instanceof AlreadyAppended it
                ? it
                : null;
    }

    @SuppressWarnings("unchecked") // senders read nothing but the version
    private <R> R versionAfter(AlreadyAppended attempt) {
        return (R) Long.valueOf(attempt.version());
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        return switch (failure) {
            case RuntimeException it -> it;
            case Error it -> throw it;
            case null -> new CommandExecutionException("The command failed without a cause.", null);
            default -> new CommandExecutionException("The command failed.", failure);
        };
    }

    private static void waitALittle(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 4L << Math.min(attempt, 6)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
