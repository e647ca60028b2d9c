package ilgam.work.words;

import ilgam.starter.refusal.Refusal;

/** Why a field is invalid, in addition to {@link ilgam.starter.refusal.CommonFieldReason}. */
public enum FieldReason implements Refusal {
    DATE_RANGE,
    ESTIMATE_DECIMALS,
    ESTIMATE_RANGE,
    MEMBER_NOT_ADMITTED,
    NOT_A_TASK,
    NO_SUCH_ITEM,
    NO_SUCH_MEMBER,
    POINTS_DECIMALS,
    POINTS_RANGE,
    PROJECT_KEY,
    STATUS_ID,
    STATUS_ID_TWICE,
    STATUS_NAME_TWICE,
    TOO_MANY_BYTES,
    WORKFLOW_NEEDS_DONE,
    WORKFLOW_NEEDS_START,
    WORKFLOW_SIZE
}
