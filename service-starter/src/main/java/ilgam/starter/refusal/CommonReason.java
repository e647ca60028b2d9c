package ilgam.starter.refusal;

/** Why any service refuses something. */
public enum CommonReason implements Refusal {
    // who asks
    NOT_LOGGED_IN,
    INVALID_TOKEN,
    ROLE,
    SCOPE,
    FORBIDDEN,

    // what is asked for
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    BAD_PARAMETER,
    MISSING_PARAMETER,
    LIMIT_OUT_OF_RANGE,
    MALFORMED_CURSOR,
    MALFORMED_REQUEST,
    BAD_REQUEST,
    UNKNOWN_HOST,
    UNKNOWN_PROJECTION,

    // what is sent
    INVALID,
    MALFORMED_BODY,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    WRONG_VALUE,
    MISSING_VALUE,
    MISSING_PART,
    CONTROL_CHARACTERS,
    MALFORMED_UPLOAD,
    UNSUPPORTED_MEDIA_TYPE,
    UNSUPPORTED_ENCODING,
    BODY_TOO_LARGE,

    // what happened meanwhile
    STALE,
    MALFORMED_IF_MATCH,
    EXISTS_ALREADY,
    OVERTAKEN,
    IN_PROGRESS,
    MALFORMED_IDEMPOTENCY_KEY,
    IDEMPOTENCY_KEY_REUSED,

    // the service itself
    PROJECTION_LATE,
    PROJECTIONS_BUSY,
    PAUSED,
    REBUILDING,
    EVENT_STORE_AWAY,
    DATABASE_AWAY,
    UNAVAILABLE,
    AWAY,
    INTERNAL_ERROR
}
