package ilgam.starter.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Drops a command that was held in a frozen event server until after its sender's time-out. So the outcome of a command
 * is certain a minute after it was sent, when sweeps ask the event store about it.
 */
final class StaleCommands implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final Duration TOO_LATE = Duration.ofSeconds(45);

    private final Clock clock;

    StaleCommands(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        var sentAt = unit.getMessage().getMetaData().get(Metadata.SENT_AT);
        if (sentAt != null && Instant.parse(sentAt.toString()).plus(TOO_LATE).isBefore(clock.instant()))
            throw EventStoreAway.notSent();
        return chain.proceed();
    }
}
