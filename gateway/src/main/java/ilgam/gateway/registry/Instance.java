package ilgam.gateway.registry;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One running process of a context.
 *
 * @param eventStore how its event store is: up, away or refused, as it told the registry
 * @param deadLetters how many events its context could not handle, or wait behind one, as it told the registry
 * @param version of its software, as it told the registry; null where it told none
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
