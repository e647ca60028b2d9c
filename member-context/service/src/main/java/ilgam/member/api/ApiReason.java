package ilgam.member.api;

import ilgam.starter.refusal.Refusal;

/** Why a request is refused before anything is asked of whom it is about. */
enum ApiReason implements Refusal {
    LOGIN,
    MAIL_SERVER_NEEDED,
    NOT_ACTIVE,
    NOT_A_KNOWN_PERSON,
    ONESELF
}
