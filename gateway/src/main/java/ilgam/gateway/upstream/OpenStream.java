package ilgam.gateway.upstream;

/** An answer that goes on until somebody ends it. */
public interface OpenStream {

    boolean isOpen();

    /** Ends it for the client, who may ask again. */
    void end();
}
