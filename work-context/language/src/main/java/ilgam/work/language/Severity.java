package ilgam.work.language;

/** How much an issue hurts, worst first. */
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR,
    TRIVIAL;

    /** What a constant that only a later version knows is taken for: the least. */
    public static Severity unknown() {
        return TRIVIAL;
    }
}
