package ilgam.work.language;

/** How much an issue hurts, worst first. */
public enum Severity {
    CRITICAL,
    MAJOR,
    MINOR,
    TRIVIAL
}
