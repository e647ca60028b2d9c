package ilgam.starter.messaging;

/** A question to the event store that it answers at once when all is well. */
public interface EventStoreProbe {

    /** Returns when the store has answered. */
    void ask() throws Exception;

    /** Whether the store answered the latest question by refusing this process: a wrong token, a wrong password. */
    boolean isRefused();

    /** Where the store is, for those who read it in a log. */
    String address();
}
