package ilgam.starter.messaging;

/** The metadata entries that ride on every command and event. */
public final class Metadata {

    /** Id of the member who acted; absent in imported history whose actor is unknown. */
    public static final String ACTOR = "actor";
    /** When it happened in the domain's time, as ISO-8601 instant. */
    public static final String OCCURRED_AT = "occurredAt";
    /** Through what: <code>web</code>, <code>api</code> or <code>import:&lt;id&gt;</code>. */
    public static final String SOURCE = "source";
    /** The HTTP request that caused it. */
    public static final String REQUEST_ID = "requestId";

    /** Which request's which command it was, where the client gave an Idempotency-Key: the same for every attempt. */
    static final String COMMAND_ID = "commandId";
    /** On commands only: an earlier attempt of the same request ended in a way that is not known. */
    static final String REPEATED = "repeated";

    /** On commands only: when the sender sent it, by its clock. */
    static final String SENT_AT = "sentAt";

    private Metadata() {}
}
