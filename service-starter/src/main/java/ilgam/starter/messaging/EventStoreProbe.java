package ilgam.starter.messaging;

/** Probes the event store with a cheap question. */
public interface EventStoreProbe {

    /** Returns when the store has answered. */
    void ask() throws Exception;

    /** Whether the store refused this process at the latest probe: a wrong token or password. */
    boolean isRefused();

    /** The store's address, for the log. */
    String address();
}
