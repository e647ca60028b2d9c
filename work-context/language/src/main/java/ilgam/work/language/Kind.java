package ilgam.work.language;

/** What sort of work an item is: planned work, or a problem somebody reports. */
public enum Kind {
    TASK,
    ISSUE;

    /** What a constant that only a later version knows is taken for: planned work. */
    public static Kind unknown() {
        return TASK;
    }
}
