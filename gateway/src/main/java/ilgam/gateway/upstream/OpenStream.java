package ilgam.gateway.upstream;

/** An answer without an end of its own. */
public interface OpenStream {

    boolean isOpen();

    /** Ends it for the client, which may reconnect. */
    void end();
}
