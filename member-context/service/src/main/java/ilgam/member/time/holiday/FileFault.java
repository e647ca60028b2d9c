package ilgam.member.time.holiday;

import ilgam.starter.refusal.Code;

/** Why a line of a calendar file, or an event in it, cannot be used. */
public enum FileFault implements Code {
    NOT_A_CALENDAR,
    NOT_UTF8,
    CUT_OFF,
    TOO_DEEP,
    TOO_MANY_DAYS,
    TOO_MANY_RULES,
    TAKES_TOO_LONG,
    NO_START,
    NO_END,
    NO_NAME,
    TOO_LONG,
    NOT_A_DATE,
    NOT_A_TIME,
    NOT_A_DURATION,
    NOT_A_RULE,
    RULE_TOO_LONG
}
