package ilgam.work.language;

/** Who finds a project: every member, or only those admitted to it. */
public enum Visibility {
    OPEN,
    PRIVATE;

    /** What a constant that only a later version knows is taken for: the one that shows least. */
    public static Visibility unknown() {
        return PRIVATE;
    }
}
