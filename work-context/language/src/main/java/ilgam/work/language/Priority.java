package ilgam.work.language;

/** How soon an item should be done, most urgent first. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW,
    NONE;

    /** What a constant that only a later version knows is taken for: no priority. */
    public static Priority unknown() {
        return NONE;
    }
}
