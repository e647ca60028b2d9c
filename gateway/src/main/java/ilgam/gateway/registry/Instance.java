package ilgam.gateway.registry;

/** One running process of a context. */
public record Instance(String id, String host, int port) {}
