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
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import ilgam.starter.security.Caller;

import static java.util.concurrent.TimeUnit.SECONDS;

/**
 * Sends a command and waits for its answer. A conflict with another writer of the same aggregate is tried again; a
 * refusal never is: it comes back as the {@link CommandExecutionException} whose details the aggregate gave.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // a command's answer has whatever type its handler gives
public class Commands {

    private static final int TRIES = 12;
    private static final int LONGEST_ANSWER_SECONDS = 60;

    private final CommandBus bus;
    private final Clock clock;

    Commands(CommandBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /** Sends what a member asked for, now. */
    public <R> R send(Object command, Caller caller) {
        var metadata = new HashMap<String, Object>();
        metadata.put(Metadata.ACTOR, caller.member().toString());
        metadata.put(Metadata.SOURCE, caller.source());
        return send(command, MetaData.from(metadata));
    }

    /** Sends with this metadata; when it does not say otherwise, it happens now, within the current request. */
    public <R> R send(Object command, MetaData metadata) {
        var complete = complete(metadata);
        return CurrentUnitOfWork.isStarted()
                ? Detached.call(() -> this.<R>sendUntilTaken(command, complete))
                : this.<R>sendUntilTaken(command, complete);
    }

    private MetaData complete(MetaData metadata) {
        var defaults = new HashMap<String, Object>();
        defaults.put(
                Metadata.OCCURRED_AT,
                clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
        var requestId = MDC.get(Metadata.REQUEST_ID);
        if (requestId != null) defaults.put(Metadata.REQUEST_ID, requestId);
        return MetaData.from(defaults).mergedWith(metadata);
    }

    private <R> R sendUntilTaken(Object command, MetaData metadata) {
        for (int attempt = 1; ; attempt++) {
            try {
                return sendOnce(command, metadata);
            } catch (RuntimeException failure) {
                switch (Conflict.in(failure)) {
                    case NONE -> throw failure;
                    case EXISTS_ALREADY -> throw new AlreadyExists(failure);
                    case OVERTAKEN -> {
                        if (attempt == TRIES) throw new Overtaken(failure);
                        waitALittle(attempt);
                    }
                }
            }
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a command without an answer answers null
    private <R> R sendOnce(Object command, MetaData metadata) {
        var answer = new CompletableFuture<@Nullable Object>();
        bus.dispatch(new GenericCommandMessage<>(command, metadata), (message, result) -> {
            if (result.isExceptional()) answer.completeExceptionally(result.exceptionResult());
            else answer.complete(result.getPayload());
        });
        try {
            return (R) answer.get(LONGEST_ANSWER_SECONDS, SECONDS);
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (TimeoutException e) {
            throw new CommandExecutionException("The command was not answered in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandExecutionException("Interrupted while waiting for the command's answer.", e);
        }
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
