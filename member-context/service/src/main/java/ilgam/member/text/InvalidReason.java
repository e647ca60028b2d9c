package ilgam.member.text;

import java.util.EnumSet;

import ilgam.starter.refusal.Refusal;

/** Why an input or a file is not valid, where clients have texts of their own. */
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

    /** The reasons that apply to single fields. */
    public static InvalidReason[] ofFields() {
        return EnumSet.range(PASSWORD_LENGTH, PAST_DAY).toArray(InvalidReason[]::new);
    }
}
