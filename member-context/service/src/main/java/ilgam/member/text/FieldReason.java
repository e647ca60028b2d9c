package ilgam.member.text;

import ilgam.starter.refusal.Refusal;

/** Why a field is invalid, in addition to {@link ilgam.starter.refusal.CommonFieldReason} and {@link InvalidReason}. */
public enum FieldReason implements Refusal {
    AVATAR_COLOUR,
    COUNTRY_UNKNOWN,
    CYCLE_LENGTH,
    DAY_TOO_FAR,
    EXPIRES_IN_THE_PAST,
    EXPIRES_TOO_LATE,
    HOURS_A_DAY,
    INVITATION_DAYS,
    LEAVE_ENDS_BEFORE_START,
    LEAVE_TOO_LONG,
    LOCALE,
    MAIL_DOMAINS,
    NOT_A_DATE,
    TIME_ZONE,
    TOKEN_SCOPES,
    TOO_MANY_NAMES,
    WORKING_DAYS
}
