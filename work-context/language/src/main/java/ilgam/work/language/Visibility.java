package ilgam.work.language;

/** Who can see a project: every member, or only those admitted to it. */
public enum Visibility {
    OPEN,
    PRIVATE;

    /** The value used for a constant that only a later version knows: the most restrictive one. */
    public static Visibility unknown() {
        return PRIVATE;
    }
}
