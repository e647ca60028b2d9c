package ilgam.starter.messaging;

/** Keys of the metadata of commands and events. */
public final class Metadata {

    /** Id of the member who acted; absent in imported history whose actor is unknown. */
    public static final String ACTOR = "actor";
    /** When it happened, in the domain's time, as an ISO-8601 instant. */
    public static final String OCCURRED_AT = "occurredAt";
    /** The channel: <code>web</code>, <code>api</code> or <code>import:&lt;id&gt;</code>. */
    public static final String SOURCE = "source";
    /** The id of the HTTP request that caused it. */
    public static final String REQUEST_ID = "requestId";

    /**
     * The id of the command within its request, where the client gave an Idempotency-Key: the same for every attempt.
     */
    static final String COMMAND_ID = "commandId";
    /** On commands only: an earlier attempt of the same request ended with an unknown outcome. */
    static final String REPEATED = "repeated";

    /** On commands only: when it was sent, by the sender's clock. */
    static final String SENT_AT = "sentAt";

    private Metadata() {}
}
