package ilgam.member.identity.audit;

/** The types of security events. */
public enum SecurityEventType {
    SIGNED_UP,
    LOGGED_IN,
    LOG_IN_FAILED,
    LOGGED_OUT,
    SESSION_ENDED,
    SESSIONS_ENDED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_ASKED,
    PASSWORD_RESET,
    EMAIL_CONFIRMED,
    INVITED,
    INVITATION_REVOKED,
    SETTINGS_CHANGED,
    ROLE_CHANGED,
    DEACTIVATED,
    REACTIVATED,
    ERASED,
    MERGED,
    TOKEN_ISSUED,
    TOKEN_REVOKED
}
