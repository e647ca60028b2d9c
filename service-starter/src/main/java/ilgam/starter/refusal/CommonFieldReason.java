package ilgam.starter.refusal;

/** What is wrong with a field, of whatever service; told beside it, while the problem as a whole has another reason. */
public enum CommonFieldReason implements Refusal {
    /** It is missing. */
    REQUIRED,
    /** Nothing of it can be seen. */
    EMPTY,
    /** It has from {@code least} to {@code most} characters. */
    LENGTH,
    /** It has at most {@code most} characters, and this one {@code length}. */
    TOO_LONG,
    /** It is one of {@code choices}. */
    CHOICE
}
