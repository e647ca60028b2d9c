package ilgam.work.language;

/** What a status means to analytics. */
public enum Category {
    TODO,
    DOING,
    WAITING,
    DONE,
    DROPPED;

    /** What a constant that only a later version knows is taken for: work that is open. */
    public static Category unknown() {
        return TODO;
    }
}
