package ilgam.work.language;

/** The kind of an item: planned work, or a reported problem. */
public enum Kind {
    TASK,
    ISSUE;

    /** The value used for a constant that only a later version knows: planned work. */
    public static Kind unknown() {
        return TASK;
    }
}
