package ilgam.work.language;

/** What a status means to analytics. */
public enum Category {
    TODO,
    DOING,
    WAITING,
    DONE,
    DROPPED
}
