package ilgam.work.language;

/** How severe an issue is, worst first. */
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR,
    TRIVIAL;

    /** The value used for a constant that only a later version knows: the least severe. */
    public static Severity unknown() {
        return TRIVIAL;
    }
}
