package ilgam.member.api;

import ilgam.starter.refusal.Refusal;

/** Why the API refuses a request before it sends a command. */
enum ApiReason implements Refusal {
    LOGIN,
    MAIL_SERVER_NEEDED,
    NOT_ACTIVE,
    NOT_A_KNOWN_PERSON,
    ONESELF
}
