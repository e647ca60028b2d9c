package ilgam.work.language;

/** The meaning of a status for analytics. */
public enum Category {
    TODO,
    DOING,
    WAITING,
    DONE,
    DROPPED;

    /** The value used for a constant that only a later version knows: open work. */
    public static Category unknown() {
        return TODO;
    }
}
