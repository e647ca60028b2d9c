package ilgam.work.language;

/** What sort of work an item is: planned work, or a problem somebody reports. */
public enum Kind {
    TASK,
    ISSUE
}
