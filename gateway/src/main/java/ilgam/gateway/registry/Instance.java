package ilgam.gateway.registry;

/**
 * One running process of a context.
 *
 * @param eventStore how its event store is: up, away or refused, as it told the registry
 */
public record Instance(String id, String host, int port, String eventStore) {}
