package ilgam.member.web;

import ilgam.starter.refusal.Refusal;

/** Why the API refuses a request before it sends a command. */
public enum ApiReason implements Refusal {
    LOGIN,
    MAIL_SERVER_NEEDED,
    NOT_ACTIVE,
    NOT_A_KNOWN_PERSON,
    ONESELF
}
