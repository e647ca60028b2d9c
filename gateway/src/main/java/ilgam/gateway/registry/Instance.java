package ilgam.gateway.registry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One running process of a context.
 *
 * @param eventStore state of its event store as it reported it: up, away or refused
 * @param deadLetters dead letters of its context as it reported them, with the events that wait behind them
 * @param version of its software as it reported it, or null
 * @param since when it reported itself ready
 */
public record Instance(
        String id,
        String host,
        int port,
        String eventStore,
        long deadLetters,
        @Nullable String version,
        Instant since) {}
