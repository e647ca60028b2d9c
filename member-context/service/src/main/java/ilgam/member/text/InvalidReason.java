package ilgam.member.text;

import java.util.EnumSet;

import ilgam.starter.refusal.Refusal;

/** Why what somebody typed or chose cannot be taken, where clients have words of their own. */
public enum InvalidReason implements Refusal {
    PASSWORD_LENGTH,
    PASSWORD_IS_EMAIL,
    PASSWORD_IS_NAME,
    PASSWORD_COMMON,
    NOT_AN_EMAIL,
    PAST_DAY,
    CALENDAR_UNREADABLE,
    CALENDAR_EMPTY,
    TOO_LARGE;

    /** Those that single fields have. */
    public static InvalidReason[] ofFields() {
        return EnumSet.range(PASSWORD_LENGTH, PAST_DAY).toArray(InvalidReason[]::new);
    }
}
