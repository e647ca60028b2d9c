package ilgam.member.audit;

/** What is written down about accounts. */
public enum Deed {
    SIGNED_UP,
    LOGGED_IN,
    LOG_IN_FAILED,
    LOGGED_OUT,
    SESSION_ENDED,
    PASSWORD_CHANGED,
    ROLE_CHANGED,
    DEACTIVATED,
    REACTIVATED,
    ERASED,
    MERGED,
    TOKEN_ISSUED,
    TOKEN_REVOKED
}
