package ilgam.starter.refusal;

/** Reasons for refusing a field in any service; the problem as a whole has its own reason. */
public enum CommonFieldReason implements Refusal {
    /** It is missing. */
    REQUIRED,
    /** It has no visible character. */
    EMPTY,
    /** It must have from {@code least} to {@code most} characters. */
    LENGTH,
    /** It may have {@code most} characters and has {@code length}. */
    TOO_LONG,
    /** It must be one of {@code choices}. */
    CHOICE
}
